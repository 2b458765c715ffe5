import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { answerSaveDialog, chooseModel, explain, untilShown } from './window';

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
