import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { writeDenseModel } from './dense-model';
import { answerOpenDialog, chooseMethod, chooseModel, explain, untilShown } from './window';

/** Indices and labels of the explained class and of the other one of the chest model. */
async function bothClasses(window: Page): Promise<{ one: string; other: string; minus: string }> {
  const labelOf = (pressed: boolean) =>
    window.locator(`[data-testid^="score-"][aria-pressed="${pressed}"]`).first();
  const testId = (await labelOf(false).getAttribute('data-testid'))!;
  return {
    one: (await labelOf(true).getAttribute('data-label'))!,
    other: (await labelOf(false).getAttribute('data-label'))!,
    minus: testId.replace('score', 'minus'),
  };
}

test('a class is explained alone, less another, and alone again', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  const { one, other, minus } = await bothClasses(window);
  const sentence = window.getByTestId('verdict');
  await expect(sentence).toContainText(`“${one}”`);

  await window.getByTestId(minus).click();
  await expect(window.getByTestId('difference')).toContainText(`${one} − ${other}`);
  await expect(window.getByTestId('against').locator('option:checked')).toHaveText(`− ${other}`);
  await expect(sentence).toContainText(`“${one} − ${other}”`);
  await expect(window.getByTestId('explanation-facts')).toContainText(`${one} − ${other}`);

  await window.locator(`[data-label="${other}"]`).click();
  await expect(window.locator(`[data-label="${other}"]`)).toHaveAttribute('aria-pressed', 'true');
  await expect(window.getByTestId('difference')).toHaveCount(0);
  await expect(window.getByTestId('class').locator('option:checked')).toHaveText(other);

  await window.getByTestId('against').selectOption({ label: `− ${one}` });
  await expect(window.getByTestId('difference')).toContainText(`${other} − ${one}`);
  await window.getByTestId('against').selectOption('');
  await expect(window.getByTestId('difference')).toHaveCount(0);
});

test('the next class follows on N, and Shift with a click takes a class away', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  const { one, other } = await bothClasses(window);
  await window.keyboard.press('n');
  await expect(window.locator(`[data-label="${other}"]`)).toHaveAttribute('aria-pressed', 'true');
  await window.locator(`[data-label="${one}"]`).click({ modifiers: ['Shift'] });
  await expect(window.getByTestId('difference')).toContainText(`${other} − ${one}`);
});

test('a negative control has figures and no verdict', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await expect(window.getByTestId('verdict')).toHaveAttribute('data-verdict', 'lesion');
  await chooseMethod(window, 'random-map');
  const verdict = window.getByTestId('verdict');
  await expect(verdict).toHaveAttribute('data-verdict', 'control');
  await expect(verdict).toContainText('What chance looks like');
  await expect(window.getByTestId('target-lesion')).toBeVisible();
});

test('many classes are listed by score and found by name, and a model without layers is audited', async ({
  launch,
  folder,
}) => {
  const model = join(folder, 'many');
  writeDenseModel(
    model,
    Array.from({ length: 100 }, (_, index) => `brightness of step ${index}`),
  );
  const { app, window } = await launch('--demo');
  await untilShown(window);
  await answerOpenDialog(app, [model]);
  await window.getByTestId('model').selectOption('add');
  await expect(window.getByTestId('instead')).toBeVisible();
  await chooseMethod(window, 'occlusion');
  await window.getByTestId('explain').click();
  await expect(window.getByTestId('verdict')).toBeVisible();

  const rows = window.getByTestId('scores').locator('li');
  await expect(rows).toHaveCount(12);
  const first = rows.first().locator('[data-probability]');
  const likelihoods = await rows
    .locator('[data-probability]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-probability'))));
  expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await window.getByTestId('all-scores').click();
  await expect(rows).toHaveCount(100);

  await window.getByTestId('class').click();
  await window.keyboard.type('STEP 17');
  await expect(window.getByTestId('class-list').getByRole('option')).toHaveText([/brightness of step 17/]);
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('class')).toHaveValue('brightness of step 17');
  await window.getByTestId('against').click();
  await window.keyboard.type('step 4');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('against')).toHaveValue(/^− brightness of step \d*4\d*$/);
  await expect(window.getByTestId('not-yet')).toBeVisible();
  await window.getByTestId('explain').click();
  await expect(window.getByTestId('explanation-facts')).toContainText(/step 17 − brightness of step \d*4/);
});
