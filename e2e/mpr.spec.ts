import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { type PhantomSeries, writePhantom } from './phantom';
import { demoFolder } from './places';
import { chooseModel, explain, inkOf, untilRead } from './window';

const head: PhantomSeries = {
  ...{ number: 1, description: 'Axial', frameOfReference: '1.2.826.0.1.3680043.2.1125.80', plane: 'axial' },
  ...{ size: 96, spacing: 2, step: 2, count: 41, first: -40 },
};

/** Puts the pointer on a pixel of a picture that is fitted into the only viewport; column and row from 0. */
async function point(
  window: Page,
  columns: number,
  rows: number,
  column: number,
  row: number,
): Promise<void> {
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  const scale = Math.min(width / columns, height / rows);
  const at = (middle: number, from: number, count: number): number =>
    middle + (from + 0.5 - count / 2) * scale;
  await window.mouse.move(at(x + width / 2, column, columns), at(y + height / 2, row, rows));
}

test('a cut shows the patient where he lies: the ball of the phantom from the front, in HU', async ({
  launch,
  folder,
}) => {
  writePhantom(join(folder, 'study'), head);
  const { window } = await launch(join(folder, 'study'));
  await untilRead(window);
  await window.keyboard.press('Alt+3');
  await expect(window.getByTestId('plane-menu')).toContainText('Cor');
  await expect(window.getByTestId('slice-number')).toHaveText('Slice 48 / 96');
  await expect(window.getByTestId('edge-top')).toHaveText('H');
  await expect(window.getByTestId('edge-right')).toHaveText('L');
  await expect(window.getByTestId('notice-derived')).toContainText('REFORMATTED');
  // The ball lies at x = 30, y = −20, z = 10 mm: plane 38 of y, column 63 of x from −95, row 16 of z from 40 down.
  await window.getByTestId('scrubber').fill('37');
  await expect(window.getByTestId('slice-number')).toHaveText('Slice 38 / 96');
  await point(window, 96, 41, 62, 15);
  await expect(window.getByTestId('pixel-value')).toHaveText('120 HU  (63, 16)');
  await point(window, 96, 41, 33, 15);
  await expect(window.getByTestId('pixel-value')).toHaveText('35 HU  (34, 16)');
  await window.keyboard.press('Alt+1');
  await expect(window.getByTestId('slice-number')).toHaveText('Slice 21 / 41');
});

test('three planes by one key, each fitted; a cut can be measured, and marks stay on slices', async ({
  launch,
  folder,
}) => {
  writePhantom(join(folder, 'study'), head);
  const { window } = await launch(join(folder, 'study'));
  await untilRead(window);
  await window.keyboard.press('Alt+5');
  for (const [id, count] of [41, 41, 96, 96].entries())
    await expect(window.getByTestId(`pane-${id}`).getByTestId('slice-number')).toContainText(`/ ${count}`);
  // What fitted the one viewport that there was fits the quarter of it, and all planes are as large.
  const { width, height } = (await window.getByTestId('viewport').first().boundingBox())!;
  const fitting = (100 * Math.min(width, height)) / 96;
  const zooms = (): Promise<string[]> => window.getByTestId('zoom-text').allTextContents();
  const misses = (text: string): number => Math.abs(Number(/\d+/.exec(text)![0]) / fitting - 1);
  await expect.poll(async () => Math.max(...(await zooms()).map(misses))).toBeLessThan(0.01);
  await window.getByTestId('pane-2').getByTestId('viewport').click();
  await window.keyboard.press('Shift+B');
  await expect(window.getByText(/mark regions on the slices themselves/)).toBeVisible();
  await expect(window.locator('[data-testid^="region-shape-"]')).toHaveCount(0);
  await window.keyboard.press('Shift+M');
  await expect(window.locator('[data-testid^="measurement-"]').first()).toBeVisible();
});

test('an irregular series stays as it is, and says why', async ({ launch, folder }) => {
  writePhantom(join(folder, 'study'), { ...head, count: 5 });
  writePhantom(join(folder, 'study'), { ...head, count: 1, first: -20 });
  const { window } = await launch(join(folder, 'study'));
  await untilRead(window);
  await window.keyboard.press('Alt+4');
  await expect(window.getByText(/not evenly spaced/)).toBeVisible();
  await expect(window.getByTestId('plane-menu')).toContainText('Acq');
});

test('the heat maps of slices are carried to the cut, each in its own slab', async ({ launch }) => {
  const { window } = await launch(join(demoFolder, 'ct'));
  await untilRead(window);
  await chooseModel(window, 'chest-shortcut');
  await window.getByTestId('scrubber').fill('20');
  await explain(window);
  await window.getByTestId('score-0').click();
  await expect(window.getByTestId('colour-bar')).toBeVisible();
  await window.keyboard.press('Alt+3');
  await expect(window.getByTestId('map-name')).toContainText('Heat maps of 1 of 40 slices');
  await expect.poll(async () => (await inkOf(window, 'heat-map')).pixels).toBeGreaterThan(0);
});
