import { expect, test } from './app';
import { brainFolder } from './places';
import { chooseModel, drag, explain, untilShown } from './window';

test('regions and the comment are back after a restart', async ({ launch }) => {
  const first = await launch(brainFolder);
  await untilShown(first.window);
  await first.window.getByTestId('tool-rectangle').click();
  await drag(first.window, [0.4, 0.4], [0.6, 0.55]);
  await first.window.getByTestId('kind-artefact').click();
  await first.window.getByTestId('tool-ellipse').click();
  await drag(first.window, [0.2, 0.7], [0.3, 0.8]);
  await expect(first.window.getByTestId('regions').locator('li')).toHaveCount(2);
  await first.window.getByTestId('comment').fill('Bright rim at the left; compare with the former scan.');
  await expect(first.window.getByTestId('saved')).toContainText('saved');
  const kinds = await kindsOf(first.window);
  await first.app.close();

  const second = await launch(brainFolder);
  await untilShown(second.window);
  await expect(second.window.getByTestId('regions').locator('li')).toHaveCount(2);
  expect(await kindsOf(second.window)).toEqual(kinds);
  await expect(second.window.getByTestId('comment')).toHaveValue(/compare with the former scan/);
});

test('what was typed a moment before the window closed is kept', async ({ launch }) => {
  const first = await launch(brainFolder);
  await untilShown(first.window);
  await first.window.getByTestId('comment').pressSequentially('x');
  await first.app.close();
  const second = await launch(brainFolder);
  await untilShown(second.window);
  await expect(second.window.getByTestId('comment')).toHaveValue('x');
});

test('a region is drawn, judged, undone and deleted', async ({ launch }) => {
  const { window } = await launch(brainFolder);
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await window.getByTestId('tool-rectangle').click();
  await drag(window, [0.3, 0.3], [0.7, 0.7]);
  await expect(window.getByTestId('regions').locator('li')).toHaveCount(1);
  await expect(window.getByTestId('verdict')).toBeVisible();
  await expect(window.getByTestId('target-lesion')).toBeVisible();
  await expect(window.getByTestId('facts').locator('li')).toHaveCount(3);
  await window.getByTestId('undo').click();
  await expect(window.getByTestId('regions').locator('li')).toHaveCount(0);
  await window.getByTestId('redo').click();
  await expect(window.getByTestId('regions').locator('li')).toHaveCount(1);
  await window.locator('[data-testid^="delete-"]').click();
  await expect(window.getByTestId('regions').locator('li')).toHaveCount(0);
});

/** The kinds of the regions on screen, in order. */
function kindsOf(window: Parameters<typeof drag>[0]): Promise<(string | null)[]> {
  return window
    .getByTestId('regions')
    .locator('li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-kind')));
}
