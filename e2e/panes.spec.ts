import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { seriesUid, writePhantom } from './phantom';
import { untilRead } from './window';

const head = { frameOfReference: '1.2.826.0.1.3680043.2.1125.80', plane: 'axial', size: 96 } as const;

/** Thin and thick axial, sagittal in the same frame of reference, and axial in another. */
function writeStudy(folder: string): string {
  const study = join(folder, 'study');
  const thin = { ...head, spacing: 2, step: 2, count: 41, first: -40 };
  writePhantom(study, { ...thin, number: 1, description: 'Axial thin' });
  writePhantom(study, {
    ...{ ...head, number: 2, description: 'Axial thick', size: 64, spacing: 3 },
    ...{ step: 10, count: 9, first: -40 },
  });
  writePhantom(study, { ...thin, number: 3, description: 'Sagittal', plane: 'sagittal' });
  const there = `${head.frameOfReference}.1`;
  writePhantom(study, { ...thin, number: 4, description: 'Moved', frameOfReference: there });
  return study;
}

const pane = (window: Page, id: number): Locator => window.getByTestId(`pane-${id}`);
const slice = (window: Page, id: number): Locator => pane(window, id).getByTestId('slice-number');

async function expectSlices(window: Page, ...slices: readonly string[]): Promise<void> {
  for (const [id, text] of slices.entries()) await expect(slice(window, id)).toHaveText(text);
}

/** Canvas pixels an image pixel, in per cent. */
async function zoomOf(window: Page, id: number): Promise<number> {
  const text = await pane(window, id).getByTestId('zoom-text').textContent();
  return Number(/\d+/.exec(text!)![0]);
}

/** Counts how often cornerstone draws each viewport from now on. */
async function countDrawings(window: Page): Promise<() => Promise<number[]>> {
  const counts = await window.evaluateHandle(() => {
    const stages = [...document.querySelectorAll('[data-testid="viewport"] .stage')];
    const drawn = stages.map(() => 0);
    stages.forEach((stage, at) =>
      stage.addEventListener('cornerstoneimagerendered', () => (drawn[at] = drawn[at]! + 1)),
    );
    return drawn;
  });
  return () => counts.evaluate((drawn) => drawn);
}

/** How a line lies on the screen: its ends. */
const endsOf = (line: Locator): Promise<DOMRect> =>
  line.evaluate((element) => element.getBoundingClientRect());

test('two and four viewports show the series of the study, and one shows the active one', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writeStudy(folder));
  await untilRead(window);
  await window.keyboard.press('Control+4');
  for (const [id, name] of ['Axial thin', 'Axial thick', 'Sagittal', 'Moved'].entries())
    await expect(pane(window, id).getByTestId('corner-study')).toContainText(name);
  await pane(window, 2).getByTestId('viewport').click();
  await window.keyboard.press('Control+1');
  await expect(window.getByTestId('viewport')).toHaveCount(1);
  await expect(window.getByTestId('corner-study')).toContainText('Sagittal');
  await window.getByTestId('layout-1x2').click();
  await expect(pane(window, 3).getByTestId('corner-study')).toContainText('Moved');
  await window.keyboard.press('Control+4');
  await pane(window, 1).getByTestId('viewport').dblclick();
  await expect(window.getByTestId('viewport')).toHaveCount(1);
  await expect(window.getByTestId('corner-study')).toContainText('Axial thick');
  await window.getByTestId('viewport').dblclick();
  await expect(window.getByTestId('viewport')).toHaveCount(4);
});

test('a series is dragged into a viewport, or put into the active one by the keyboard', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writeStudy(folder));
  await untilRead(window);
  await window.keyboard.press('Control+2');
  await window.getByTestId(`series-${seriesUid(3)}`).dragTo(pane(window, 1));
  await expect(pane(window, 1).getByTestId('corner-study')).toContainText('Sagittal');
  await expect(pane(window, 1)).toHaveClass(/active/);
  await pane(window, 0).getByTestId('viewport').focus();
  await expect(pane(window, 0)).toHaveClass(/active/);
  await window.getByTestId(`series-${seriesUid(4)}`).press('Enter');
  await expect(pane(window, 0).getByTestId('corner-study')).toContainText('Moved');
  await expect(pane(window, 1).getByTestId('corner-study')).toContainText('Sagittal');
});

test('viewports scroll, pan, zoom and window in step within one frame of reference', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writeStudy(folder));
  await untilRead(window);
  await window.keyboard.press('Control+4');
  // The sagittal one begins where the axial one's middle lies, x = 0.
  await expectSlices(window, 'Slice 1 / 41', 'Slice 1 / 9', 'Slice 21 / 41', 'Slice 1 / 41');

  await pane(window, 0).getByTestId('scrubber').fill('24'); // z = 8 mm; the thick slices lie at 0 and 10.
  await expectSlices(window, 'Slice 25 / 41', 'Slice 6 / 9', 'Slice 21 / 41', 'Slice 1 / 41');
  await pane(window, 1).getByTestId('viewport').hover();
  await window.mouse.wheel(0, 100);
  await expectSlices(window, 'Slice 31 / 41', 'Slice 7 / 9', 'Slice 21 / 41', 'Slice 1 / 41');
  for (const [id, linked] of [true, true, false, false].entries())
    await expect(window.getByTestId(`link-${id}`)).toHaveAttribute('data-linked', String(linked));
  await expect(window.getByTestId('link-3')).toHaveAttribute('title', /another frame of reference/);

  const [fitting, before] = [await zoomOf(window, 0), await zoomOf(window, 3)];
  await window.keyboard.press('+');
  await expect.poll(() => zoomOf(window, 0)).toBeGreaterThan(fitting);
  // Pixels of 3 mm are drawn 1.5 times as large as those of 2 mm.
  await expect
    .poll(async () => Math.round((1.5 * 100 * (await zoomOf(window, 0))) / (await zoomOf(window, 1))))
    .toBe(100);
  const zoomed = await zoomOf(window, 0);
  await expect.poll(() => zoomOf(window, 2)).toBe(zoomed);
  expect(await zoomOf(window, 3)).toBe(before);

  // What is done while one is shown alone is done to the others when they are back.
  await window.keyboard.press('Control+Enter');
  await window.keyboard.press('+');
  await expect(window.getByTestId('viewport')).toHaveCount(1);
  await window.keyboard.press('Control+Enter');
  const size = async (id: number): Promise<number> => (await zoomOf(window, id)) * (id === 1 ? 2 / 3 : 1);
  await expect.poll(async () => Math.round(await size(1)) - Math.round(await size(0))).toBe(0);
  expect(await zoomOf(window, 0)).toBeGreaterThan(1.1 * zoomed);
  expect(await zoomOf(window, 3)).toBe(before);

  const windowOf = (id: number): Locator => pane(window, id).getByTestId('window-text');
  await window.keyboard.press('Alt+w');
  await expect(windowOf(1)).toHaveText('C 40  W 210');
  for (const id of [0, 2]) await expect(windowOf(id)).toHaveText('C 40  W 210');
  await expect(windowOf(3)).toHaveText('C 40  W 200');

  await window.keyboard.press('Control+l');
  await pane(window, 0).getByTestId('scrubber').fill('0');
  await expectSlices(window, 'Slice 1 / 41', 'Slice 7 / 9');
  await window.keyboard.press('Control+l');
  await expectSlices(window, 'Slice 1 / 41', 'Slice 1 / 9');
});

test('only the viewports that show something else are drawn anew', async ({ launch, folder }) => {
  const { window } = await launch(writeStudy(folder));
  await untilRead(window);
  await window.keyboard.press('Control+4');
  await expectSlices(window, 'Slice 1 / 41', 'Slice 1 / 9', 'Slice 21 / 41', 'Slice 1 / 41');
  const drawn = await countDrawings(window);
  await pane(window, 0).getByTestId('scrubber').fill('20');
  await expectSlices(window, 'Slice 21 / 41', 'Slice 5 / 9');
  await window.keyboard.press('Control+i');
  await expect(pane(window, 2).getByTestId('reference-line')).toHaveCount(0);
  const [thin, thick, sagittal, moved] = await drawn();
  expect(Math.min(thin!, thick!)).toBeGreaterThanOrEqual(1);
  expect([sagittal, moved]).toEqual([0, 0]);
});

test('the plane of the active viewport is a line on those that cross it', async ({ launch, folder }) => {
  const { window } = await launch(writeStudy(folder));
  await untilRead(window);
  await window.keyboard.press('Control+4');
  const line = pane(window, 2).getByTestId('reference-line');
  await expect(line).toHaveCount(1);
  const low = await endsOf(line);
  expect(low.height).toBeLessThan(1);
  await pane(window, 0).getByTestId('scrubber').fill('30');
  await expect(slice(window, 0)).toHaveText('Slice 31 / 41');
  // 60 mm nearer to the head, which is up on the sagittal picture.
  const zoom = await zoomOf(window, 2);
  await expect
    .poll(async () => Math.round(low.top - (await endsOf(line)).top))
    .toBe(Math.round((30 * zoom) / 100));
  await expect(pane(window, 1).getByTestId('reference-line')).toHaveCount(0);
  await expect(pane(window, 3).getByTestId('reference-line')).toHaveCount(0);
  await window.keyboard.press('Control+i');
  await expect(line).toHaveCount(0);
});

test('a spot is located in all viewports of its frame of reference', async ({ launch, folder }) => {
  const { window } = await launch(writeStudy(folder));
  await untilRead(window);
  await window.keyboard.press('Control+4');
  await pane(window, 0).getByTestId('scrubber').fill('25'); // z = 10 mm, where the ball's middle lies.
  await expectSlices(window, 'Slice 26 / 41', 'Slice 6 / 9', 'Slice 21 / 41');
  await pane(window, 0).getByTestId('viewport').focus();
  await window.keyboard.press('Shift+X');
  // The ball lies at x = 30, y = −20 mm: 15 pixels of 2 mm right of the middle, 10 above it.
  const { width, height } = (await pane(window, 0).getByTestId('viewport').boundingBox())!;
  const zoom = (await zoomOf(window, 0)) / 100;
  const position = { x: width / 2 + 15 * zoom, y: height / 2 - 10 * zoom };
  await pane(window, 0).getByTestId('viewport').click({ position });
  // Sagittal slices run along their normal, which points to the right: x = 40, 38, …
  await expectSlices(window, 'Slice 26 / 41', 'Slice 6 / 9', 'Slice 6 / 41', 'Slice 1 / 41');
  for (const [id, count] of [1, 1, 1, 0].entries())
    await expect(pane(window, id).getByTestId('spot')).toHaveCount(count);
});
