import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { ReportContent } from '../../preload/vocabulary';
import { html } from './html';
import { escaped, tag } from './html/markup';
import { limitsOf } from './about-map';
import { syntheticContent } from './testing/content';

const pageOf = async (content: ReportContent) => new TextDecoder().decode(await html.render(content));

describe('the page', () => {
  it('says everything that a report has to say', async () => {
    const content = syntheticContent();
    const page = await pageOf(content);
    for (const part of [
      'Phantom, Ada Grace',
      escaped(content.audit.sentence),
      ...content.audit.facts.map(escaped),
      'by chance',
      '96.2 %',
      content.model.weightsSha256,
      escaped(content.comment),
      escaped(limitsOf(content.method)),
      'Demonstration data: no patient.',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('/secret/place');
  });

  it('needs nothing from anywhere: every address is a picture inside it, and there is no script', async () => {
    const page = await pageOf(syntheticContent());
    const addresses = [...page.matchAll(/(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)/g)].map(
      (match) => match[1]!,
    );
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect(address).toMatch(/^data:image\/png;base64,/);
    expect(page).not.toMatch(/<script|https?:/i);
  });

  it('holds the slice and the slice under its map, at full size', async () => {
    const page = await pageOf(syntheticContent());
    const [plain, overlaid] = [...page.matchAll(/base64,([^"]+)"/g)].map((match) =>
      PNG.sync.read(Buffer.from(match[1]!, 'base64')),
    );
    expect([plain!.width, plain!.height, overlaid!.width]).toEqual([256, 256, 256]);
    const at = 4 * (122 * 256 + 95);
    const [r, g, b] = [...overlaid!.data.subarray(at, at + 3)];
    expect(r! - b!).toBeGreaterThan(40);
    expect(g).toBeGreaterThan(b!);
    expect(plain!.data[at]).toBe(plain!.data[at + 2]);
    const far = 4 * (240 * 256 + 20);
    expect(overlaid!.data.subarray(far, far + 4)).toEqual(plain!.data.subarray(far, far + 4));
  });

  it('escapes whatever comes from a file or a person', async () => {
    const evil = "</title><script>alert(1)</script>\" onload='x' &";
    const base = syntheticContent();
    const page = await pageOf({
      ...base,
      comment: evil,
      study: { ...base.study, patientName: evil, studyDescription: evil },
      regions: base.regions.map((region) => ({ ...region, label: evil })),
      model: { ...base.model, name: evil },
      explanation: { ...base.explanation, classLabel: evil, warnings: [evil] },
      software: { [evil]: evil },
    });
    expect(page).not.toContain('<script');
    expect(page).not.toContain('" onload');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;');
  });

  it('has a template that escapes all but markup', () => {
    expect(tag`<p title="${'"a"'}">${['<', tag`<b>${1}</b>`]}</p>`.markup).toBe(
      '<p title="&quot;a&quot;">&lt;<b>1</b></p>',
    );
  });
});
