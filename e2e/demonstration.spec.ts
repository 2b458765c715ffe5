import { expect, test } from './app';
import { chooseModel, explain, untilShown } from './window';

test('the demonstration study opens by itself with its regions', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await expect(window.locator('[data-testid^="study-1"], [data-testid^="study-2"]')).toHaveCount(3);
  await expect(window.getByTestId('regions').locator('li').first()).toBeVisible();
  await expect(window.getByTestId('unreadable')).toHaveCount(0);
  await expect(window.getByTestId('problem')).toHaveCount(0);
});

test('the demonstration study opens from the empty window', async ({ launch }) => {
  const { window } = await launch();
  await window.getByTestId('open-demonstration').click();
  await untilShown(window);
  await expect(window.getByTestId('regions').locator('li').first()).toBeVisible();
});

for (const [study, model, verdict] of [
  ['DEMO-CHEST', 'chest-honest', 'lesion'],
  ['DEMO-CHEST', 'chest-shortcut', 'artefact'],
  ['DEMO-SKIN', 'skin-honest', 'lesion'],
  ['DEMO-SKIN', 'skin-shortcut', 'artefact'],
] as const) {
  test(`${model} is judged on the ${verdict}`, async ({ launch }) => {
    const { window } = await launch('--demo');
    await untilShown(window);
    await window.locator('section', { hasText: study }).locator('[data-testid^="series-"]').click();
    await expect(window.getByTestId('corner-patient')).toContainText(study);
    await chooseModel(window, model);
    await explain(window);
    await expect(window.getByTestId('verdict')).toHaveAttribute('data-verdict', verdict);
  });
}

test('a click on a class explains that class', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await expect(window.getByTestId('explanation-facts')).toBeVisible();
  const other = window.locator('[data-testid^="score-"][aria-pressed="false"]').first();
  const label = await other.getAttribute('data-label');
  await other.click();
  await expect(window.locator(`[data-label="${label}"]`)).toHaveAttribute('aria-pressed', 'true');
});
