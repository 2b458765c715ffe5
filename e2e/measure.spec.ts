import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { imageElements, samplesOf } from '../main/dicom/testing/image';
import { writeDicom } from '../main/dicom/testing/write';
import { expect, test } from './app';
import { untilShown } from './window';

const [rows, columns] = [100, 200];
/** mm: pixels are twice as tall as wide, so the image is a square of 100 mm. */
const [rowSpacing, columnSpacing, side] = [1, 0.5, 100];

/** A CT image of 100 HU in its left half and −20 HU in its right half. */
function writeImage(folder: string, spacing: string | null): string {
  const values = Array.from({ length: rows * columns }, (_, i) => (i % columns < columns / 2 ? 100 : -20));
  const path = join(folder, 'halves.dcm');
  const elements = imageElements(
    { rows, columns, signed: true, pixels: samplesOf(values, 16) },
    {
      0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
      0x00080060: ['CS', 'CT'],
      0x00281052: ['DS', '0'],
      0x00281053: ['DS', '1'],
      ...(spacing === null ? {} : ({ 0x00280030: ['DS', spacing] } as const)),
    },
  );
  writeFileSync(path, writeDicom(elements));
  return path;
}

/** Drags between two points of the image, given as [column, row], while it is fitted to the viewport. */
async function dragOnImage(
  window: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  const scale = Math.min(width, height) / side;
  const place = ([column, row]: readonly [number, number]): [number, number] => [
    x + width / 2 + (column - columns / 2) * columnSpacing * scale,
    y + height / 2 + (row - rows / 2) * rowSpacing * scale,
  ];
  await window.mouse.move(...place(from));
  await window.mouse.down();
  await window.mouse.move(...place(to), { steps: 4 });
  await window.mouse.up();
}

const texts = (window: Page) => window.getByTestId('measurement-text');
const number = (text: string | null, before: string, after: string): number =>
  Number(text?.match(new RegExp(`${before}([−\\d.]+)${after}`))?.[1]?.replace('−', '-'));

test('a length and an ellipse say what they measure, are undone, and are back after a restart', async ({
  folder,
  launch,
}) => {
  const path = writeImage(folder, `${rowSpacing}\\${columnSpacing}`);
  const { app, window } = await launch(path);
  await untilShown(window);
  await window.keyboard.press('d');
  await dragOnImage(window, [40, 20], [120, 50]);
  await expect(texts(window)).toHaveCount(1);
  // 80 columns of 0.5 mm and 30 rows of 1 mm: 40 and 30 mm, 50 mm across.
  expect(number(await texts(window).textContent(), '', ' mm$')).toBeCloseTo(50, 0);

  for (const key of ['Escape', 'y']) {
    await window.getByTestId('measure-menu').click();
    await expect(window.getByTestId('measure-tools')).toBeVisible();
    await window.keyboard.press(key);
    await expect(window.getByTestId('measure-tools')).toHaveCount(0);
  }
  await window.getByTestId('measure-menu').click();
  await window.getByTestId('measure-measure-ellipse').click();
  await dragOnImage(window, [20, 60], [60, 80]);
  const ellipse = texts(window).nth(1);
  await expect(ellipse).toContainText('mean 100.0 HU · SD 0.0');
  await expect(ellipse).toContainText('min 100 · max 100');
  expect(number(await ellipse.textContent(), 'A ', ' mm²')).toBeCloseTo(Math.PI * 100, -1);

  await window.getByTestId('undo').click();
  await expect(texts(window)).toHaveCount(1);
  await window.keyboard.press('Control+Shift+Z');
  await expect(texts(window)).toHaveCount(2);
  await expect(window.getByTestId('measurements').locator('li')).toHaveCount(2);
  await expect(window.getByTestId('saved')).toContainText('✓');
  const said = await texts(window).allTextContents();
  await app.close();

  const again = await launch(path);
  await untilShown(again.window);
  await expect(texts(again.window)).toHaveCount(2);
  expect(await texts(again.window).allTextContents()).toEqual(said);
});

test('an arrow is written on, and gone when its writing is given up', async ({ folder, launch }) => {
  const { window } = await launch(writeImage(folder, '1\\0.5'));
  await untilShown(window);
  await window.keyboard.press('t');
  await dragOnImage(window, [80, 40], [40, 20]);
  await window.getByTestId('measurement-input').fill('old fracture');
  await window.keyboard.press('Enter');
  await expect(texts(window)).toHaveText(['old fracture']);
  await dragOnImage(window, [80, 80], [40, 70]);
  await expect(window.getByTestId('measurement-input')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('measurement-arrow')).toHaveCount(1);
  await window.keyboard.press('Control+Z');
  await expect(window.getByTestId('measurement-arrow')).toHaveCount(0);
});

test('a region has its own name and figures', async ({ folder, launch }) => {
  const path = writeImage(folder, '1\\0.5');
  const { app, window } = await launch(path);
  await untilShown(window);
  await window.keyboard.press('b');
  await dragOnImage(window, [80, 20], [120, 60]);
  const region = window.getByTestId('regions').locator('li');
  await expect(region.getByTestId('region-figures')).toContainText('min −20 · max 100');
  await region.getByRole('button', { name: 'Lesion', exact: true }).dblclick();
  await window.getByTestId('name-field').fill('Border');
  await window.keyboard.press('Enter');
  await expect(region).toContainText('Border');
  await expect(window.getByTestId('saved')).toContainText('✓');
  await app.close();

  const again = await launch(path);
  await untilShown(again.window);
  await expect(again.window.getByTestId('regions').locator('li')).toContainText('Border');
});

test('there are no millimetres where no spacing is known', async ({ folder, launch }) => {
  const { window } = await launch(writeImage(folder, null));
  await untilShown(window);
  await window.keyboard.press('d');
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  await window.mouse.move(x + width / 2 - 50, y + height / 2);
  await window.mouse.down();
  await window.mouse.move(x + width / 2 + 50, y + height / 2, { steps: 3 });
  await window.mouse.up();
  await expect(texts(window)).toHaveText([/^\d+\.\d px$/]);
});

test('the magnifier shows the pixels under the pointer while the button is held', async ({
  folder,
  launch,
}) => {
  const { window } = await launch(writeImage(folder, '1\\0.5'));
  await untilShown(window);
  await window.getByTestId('tool-magnifier').click();
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  await window.mouse.move(x + width / 2, y + height / 2);
  await window.mouse.down();
  const glass = window.getByTestId('loupe').locator('canvas');
  const greys = await glass.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, canvas.height / 2, canvas.width, 1);
    const grey = (part: number) => data[Math.floor(canvas.width * part) * 4];
    return [grey(0.2), grey(0.48), grey(0.52), grey(0.8)];
  });
  // The border of the two halves lies under the middle of the glass, and nothing is blurred across it.
  expect(greys[0]).toBe(greys[1]);
  expect(greys[2]).toBe(greys[3]);
  expect(greys[1]).toBeGreaterThan(greys[2]! + 50);
  await window.mouse.up();
  await expect(window.getByTestId('loupe')).toHaveCount(0);
});
