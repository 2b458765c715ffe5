import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { chooseMethod, chooseModel, explain, untilShown } from './window';

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
