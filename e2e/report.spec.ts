import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { answerSaveDialog, chooseModel, drag, explain, untilShown } from './window';

test('the report holds what the screen says', async ({ launch, folder }) => {
  const { app, window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await window.getByTestId('comment').fill('The nodule is where the model looks. Größe: 12 mm.');
  await explain(window);
  const sentence = await window.getByTestId('verdict').innerText();
  const pdf = join(folder, 'report.pdf');
  await answerSaveDialog(app, pdf);
  await window.getByTestId('export-pdf').click();
  await expect(window.getByTestId('written-pdf')).toContainText('report.pdf');

  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
  expect(text).toContain('DEMO-CHEST');
  expect(text).toContain('The nodule is where the model looks. Größe: 12 mm.');
  expect(text.toLowerCase()).toContain(
    sentence
      .split('\n')[0]!
      .trim()
      .toLowerCase()
      .replace(/^[^a-z]+/, ''),
  );
  const probability = await window.getByTestId('score-0').locator('.figure').innerText();
  expect(text.replaceAll(' ', '')).toContain(probability.replaceAll(/\s/g, ''));
  expect(execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).split('\n').length).toBeGreaterThan(
    3,
  );
  expect(execFileSync('pdffonts', [pdf], { encoding: 'utf8' })).toMatch(/yes/);

  const html = join(folder, 'report.html');
  await answerSaveDialog(app, html);
  await window.getByTestId('export-html').click();
  await expect(window.getByTestId('written-html')).toContainText('report.html');
  expect(readFileSync(html, 'utf8')).not.toMatch(/(src|href)="(?!data:|#)/);
  expect(
    readdirSync(folder)
      .filter((name) => name !== 'profile')
      .sort(),
  ).toEqual(['report.html', 'report.pdf']);
});

test('what was measured on the frame stands in the report as the window says it', async ({
  launch,
  folder,
}) => {
  const { app, window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await window.keyboard.press('d');
  await drag(window, [0.4, 0.4], [0.5, 0.5]);
  const said = window.getByTestId('measurement-text');
  await expect(said).toHaveText(/^\d+\.\d mm/);
  const words = (await said.textContent())!;
  const stroke = window.getByTestId('measurement-length').locator('.stroke');
  await expect(stroke).toHaveCSS('stroke', 'rgb(242, 214, 117)');
  await explain(window);
  await expect(window.getByTestId('verdict')).toBeVisible();

  const written: Record<string, string> = {};
  for (const format of ['json', 'html', 'pdf']) {
    const path = join(folder, `measured.${format}`);
    await answerSaveDialog(app, path);
    await window.getByTestId(`export-${format}`).click();
    await expect(window.getByTestId(`written-${format}`)).toContainText(`measured.${format}`);
    written[format] = path;
  }
  const { measurements } = JSON.parse(readFileSync(written['json']!, 'utf8'));
  expect(measurements).toHaveLength(1);
  expect(measurements[0]).toMatchObject({ number: 1, kind: 'length', figures: [{ unit: 'mm' }] });
  expect(measurements[0].figures[0].value).toBeCloseTo(Number(/^[\d.]+/.exec(words)![0]), 1);
  const page = readFileSync(written['html']!, 'utf8');
  expect(page).toContain(`<title>Length: ${words}</title>`);
  expect(page).toContain(`<td>Length</td><td>${words}</td>`);
  // The window's #f2d675 is the page's.
  expect(page).toContain('stroke="#f2d675"');
  const text = execFileSync('pdftotext', ['-layout', written['pdf']!, '-'], { encoding: 'utf8' });
  expect(text.replaceAll(/\s+/g, ' ')).toContain(`1 Length ${words}`);
});

test('a place that cannot be written gives a sentence and leaves nothing behind', async ({
  launch,
  folder,
}) => {
  const { app, window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await expect(window.getByTestId('verdict')).toBeVisible();
  const nowhere = join(folder, 'missing', 'report.pdf');
  await answerSaveDialog(app, nowhere);
  await window.getByTestId('export-pdf').click();
  await expect(window.getByTestId('problem')).toContainText('report.pdf');
  expect(existsSync(nowhere)).toBe(false);
  await expect(window.getByTestId('regions').locator('li').first()).toBeVisible();
});
