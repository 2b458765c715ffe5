import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ReportContent } from '../../preload/vocabulary';
import { auditMap } from '../audit/index';
import { pdf } from './pdf';
import { limitsOf } from './about-map';
import { syntheticContent } from './testing/content';
import { everyKind, measuredContent } from './testing/measured';

/** The text of a PDF in reading order, white space made one, as poppler reads it. */
async function textOf(content: ReportContent): Promise<string> {
  const bytes = await pdf.render(content);
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
}
const flat = (text: string) => text.replace(/\s+/g, ' ');
const pages = (text: string) => text.split('\f').length - 1;

describe('the PDF', () => {
  it('says everything that a report has to say, on two pages', async () => {
    const content = syntheticContent();
    const text = await textOf(content);
    expect(pages(text)).toBe(2);
    const read = flat(text);
    for (const part of [
      'Phantom, Ada Grace',
      'DEMO-0001',
      'Chest PA (demonstration phantom), 2025-01-14',
      'On the lesion',
      content.audit.sentence,
      ...content.audit.facts,
      'drawn from 0.639 on; raw scale, unit logit',
      '96.2 %',
      'logit −1.8',
      'by chance',
      'Overlap at the threshold (IoU)',
      content.comment,
      'Chest nodule, honest 1.0.0',
      content.model.weightsSha256,
      'AUC 0.984 (500 held-out phantoms)',
      'Grad-CAM. Selvaraju et al. 2017, ICCV',
      'conv_4, grid 14 × 14',
      'TensorFlow 2.21.0',
      'Demonstration data: no patient.',
      'not for diagnosis',
    ])
      expect(read).toContain(part);
    expect(read).toContain(flat(limitsOf(content.method)));
    expect(read).toMatch(/2 ?\/ ?2/);
    expect(read).not.toContain('/secret/place');
  });

  it('embeds its fonts and both pictures', async () => {
    const input = await pdf.render(syntheticContent());
    const fonts = execFileSync('pdffonts', ['-'], { input, encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/DejaVuSansCondensed.*yes yes yes/);
    const images = execFileSync('pdfimages', ['-list', '-'], { input, encoding: 'utf8' });
    expect(images.match(/ 256 +256 /g)).toHaveLength(2);
  });

  it('is the same file from the same content, but for its identifier', async () => {
    const [first, second] = await Promise.all([textOf(syntheticContent()), textOf(syntheticContent())]);
    expect(first).toBe(second);
  });

  it('runs a long comment over as many pages as it takes and loses no word', async () => {
    const words = Array.from({ length: 3000 }, (_, i) => `word${i}`);
    const comment = `${words.join(' ')}\n\n${'x'.repeat(400)}`;
    const text = await textOf(syntheticContent({ comment }));
    expect(pages(text)).toBeGreaterThan(3);
    const read = flat(text);
    for (const word of words) expect(read).toContain(word);
    expect(read.match(/x{20,}/g)!.join('')).toHaveLength(400);
  });

  it('shows □ for what its fonts lack and says so', async () => {
    const { study } = syntheticContent();
    const content = syntheticContent({
      study: { ...study, patientName: 'Yamada, Tarou (山田, 太郎)' },
      comment: 'Ω ж 🫁',
    });
    const read = flat(await textOf(content));
    expect(read).toContain('Yamada, Tarou (□□, □□)');
    expect(read).toMatch(/Ω ?ж ?□/);
    expect(read).toContain('A □ stands for a character that the fonts of this report do not have.');
  });

  it('takes control characters and hostile text as text', async () => {
    const { study } = syntheticContent();
    const content = syntheticContent({
      study: { ...study, patientId: 'a\u0000b\u001b[31m(c)\\)' },
      comment: '\r\na\tb',
    });
    expect(flat(await textOf(content))).toContain('ab[31m(c)\\)');
  });

  it('draws a map of nothing, a study without names and an audit without regions', async () => {
    const base = syntheticContent();
    const map = { ...base.explanation.map, values: new Float32Array(256 * 256), peak: 0 };
    const explanation = { ...base.explanation, map };
    const content = syntheticContent({
      explanation,
      regions: [],
      comment: '',
      audit: auditMap(explanation, [], 0.2),
    });
    const study = { ...base.study, patientName: '', patientId: '', studyDescription: '' };
    const read = flat(await textOf({ ...content, study }));
    expect(read).toContain('No evidence');
    expect(read).toContain('no positive evidence: nothing is drawn');
    expect(read).toContain('no name in the file');
    expect(read).toContain('No comment was written.');
  });

  it('keeps thirty classes, twenty regions and a colour picture on its pages', async () => {
    const base = syntheticContent();
    const scores = Array.from({ length: 30 }, (_, i) => ({
      label: `class ${i}`,
      logit: -i,
      probability: 1 / (i + 2),
    }));
    const regions = Array.from({ length: 20 }, (_, i) => ({
      ...base.regions[0]!,
      id: `m${i}`,
      label: `mark ${i}`,
    }));
    const explanation = { ...base.explanation, scores };
    const pixels = new Uint8ClampedArray(256 * 256 * 3).fill(120);
    const slice = { ...base.slice, samples: 3 as const, pixels, windows: [] };
    const audit = auditMap(explanation, regions, 0.2);
    const read = flat(await textOf(syntheticContent({ explanation, regions, slice, audit })));
    expect(read).toContain('and 18 more classes');
    for (let i = 0; i < 20; i++) expect(read).toContain(`mark ${i}`);
  });

  it('lists the measurements as numbered on the picture, in the words of the window', async () => {
    const text = await textOf({ ...measuredContent(everyKind), regions: [] });
    const table = text.slice(text.indexOf('MEASUREMENTS'), text.indexOf('CLASS SCORES'));
    everyKind.forEach(({ says, text: written = '' }, index) => {
      const line = new RegExp(`^ *${index + 1} +[A-Z].*$`, 'm').exec(table)![0];
      expect(flat(line)).toContain(says);
      expect(flat(line)).toContain(written);
    });
    expect(flat(text)).toContain('As displayed, without overlay; measurements numbered as below');
    const picture = text.slice(text.indexOf('IMAGE'), text.indexOf('As displayed'));
    expect(picture.match(/(?<!\S)[1-7](?!\S)/g)!.sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('shows □ for what the fonts lack in a measurement’s text, and nothing where nothing was measured', async () => {
    const written = [{ ...everyKind[0]!, text: '幅' }];
    const read = flat(await textOf(measuredContent(written)));
    expect(read).toMatch(/1 Length 50\.0 mm □/);
    expect(read).toContain('A □ stands for a character');
    expect(flat(await textOf(syntheticContent()))).not.toMatch(/measurements/i);
  });
});
