import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { chooseModel, explain, untilShown } from './window';

const pane = (window: Page, id: number): Locator => window.getByTestId(`pane-${id}`);
const head = (window: Page, id: number): Locator => pane(window, id).getByTestId('pane-head');

/** Digest of the map that a pane draws. */
const mapOf = (window: Page, id: number): Promise<string> =>
  pane(window, id)
    .getByTestId('heat-map')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

async function explainedChest(launch: (...args: string[]) => Promise<{ window: Page }>): Promise<Page> {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  return window;
}

test('an explanation is put beside another method’s, and the window says how far they agree', async ({
  launch,
}) => {
  const window = await explainedChest(launch);
  await window.keyboard.press('Shift+C');
  await expect(window.getByTestId('viewport')).toHaveCount(2);
  for (const id of [0, 1]) await expect(head(window, id)).toContainText(/Grad-CAM evidence nodule own scale/);
  await expect(pane(window, 1)).toHaveClass(/active/);
  await expect(window.getByTestId('agreement')).toHaveCount(0);

  await window.getByTestId('method').click();
  await window.getByTestId('method-grad-cam++').click();
  await expect(head(window, 1)).toContainText(/Grad-CAM\+\+ .* own scale/);
  await expect(head(window, 0)).not.toContainText('++');
  await expect.poll(async () => (await mapOf(window, 0)) === (await mapOf(window, 1))).toBe(false);
  await expect(window.getByTestId('agreement-2-1')).toHaveText(/^(−?[01]\.\d\d|n\/a) (−?[01]\.\d\d|n\/a)$/);

  // The panel is about the pane that is active.
  await pane(window, 0).getByTestId('pane-head').click();
  await expect(window.getByTestId('method')).toHaveText('Grad-CAM');

  await window.keyboard.press('Escape');
  await expect(window.getByTestId('viewport')).toHaveCount(1);
  await expect(window.getByTestId('pane-head')).toHaveCount(0);
  await expect(window.getByTestId('method')).toHaveText('Grad-CAM');
  await expect(window.getByTestId('colour-bar')).toBeVisible();
});

test('methods are compared in four viewports that zoom and scroll as one; each slice is explained when asked', async ({
  launch,
}) => {
  const window = await explainedChest(launch);
  await window.getByTestId('compare-methods').click();
  for (const [id, name] of ['Grad-CAM', 'HiResCAM', 'LayerCAM', 'Score-CAM, channels 64'].entries())
    await expect(head(window, id)).toContainText(new RegExp(`^${id + 1} ${name} .* own scale`));
  await expect(window.getByTestId('agreement-4-3')).toBeVisible();

  const zooms = (): Promise<string[]> => window.getByTestId('zoom-text').allTextContents();
  const before = await zooms();
  await window.keyboard.press('+');
  await expect
    .poll(async () => {
      const [first, ...others] = await zooms();
      return first !== before[0] && others.every((zoom) => zoom === first);
    })
    .toBe(true);

  await window.keyboard.press('ArrowDown');
  for (const number of await window.getByTestId('slice-number').all())
    await expect(number).toContainText('2 / 4');
  await expect(window.getByTestId('colour-bar')).toHaveCount(0);
  await expect(window.getByTestId('agreement')).toHaveCount(0);
  await expect(window.getByTestId('pane-state')).toHaveText(
    Array.from({ length: 4 }, () => 'not explained (E)'),
  );
  await window.keyboard.press('e');
  await expect(window.getByTestId('agreement-4-3')).toBeVisible();
  for (const id of [0, 1, 2, 3])
    await expect(head(window, id)).toContainText(/own scale|no positive evidence/);

  // What was made of the slice before is still there.
  await window.keyboard.press('ArrowUp');
  await expect(window.getByTestId('colour-bar')).toHaveCount(4);

  await pane(window, 3).getByTestId('close-map').click();
  await expect(head(window, 3)).toHaveText('The slice alone');
  await expect(pane(window, 3).getByTestId('colour-bar')).toHaveCount(0);
  await window.getByTestId('leave-compare').click();
  await expect(window.getByTestId('viewport')).toHaveCount(1);
});
