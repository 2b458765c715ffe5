import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { type PhantomSeries, seriesUid, writePhantom } from './phantom';
import { realFile } from './places';
import { untilShown } from './window';

const head: PhantomSeries = {
  ...{ number: 1, description: 'Axial', frameOfReference: '1.2.826.0.1.3680043.2.1125.80', plane: 'axial' },
  ...{ size: 48, spacing: 4, step: 4, count: 9, first: -16 },
};

test('the filter finds series by words, says when nothing holds them, and gives the keys back', async ({
  launch,
  folder,
}) => {
  writePhantom(folder, head);
  writePhantom(folder, { ...head, number: 2, description: 'Sagittal', plane: 'sagittal' });
  const { window } = await launch(folder);
  await untilShown(window);
  const found = (number: number) => window.getByTestId(`series-${seriesUid(number)}`);
  await expect(found(2)).toBeVisible();
  await window.keyboard.press('/');
  await window.keyboard.type('phantom ct SAGIT');
  await expect(found(1)).toHaveCount(0);
  await expect(found(2)).toBeVisible();
  await window.keyboard.type(' nowhere');
  await expect(window.getByTestId('nothing-found')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(found(1)).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('ArrowDown');
  await expect(window.getByTestId('slice-number')).toHaveText('Slice 2 / 9');
});

test('a missing slice is said on the images beside the gap and in the list', async ({ launch, folder }) => {
  writePhantom(folder, head);
  rmSync(join(folder, '1-5.dcm'));
  const { window } = await launch(folder);
  await untilShown(window);
  await expect(window.getByTestId(`missing-${seriesUid(1)}`)).toContainText('1 slice missing');
  await expect(window.getByTestId('notice-missing')).toHaveCount(0);
  await window.getByTestId('scrubber').fill('3');
  await expect(window.getByTestId('notice-missing')).toContainText('1 slice missing after this one');
  await window.getByTestId('scrubber').fill('4');
  await expect(window.getByTestId('notice-missing')).toContainText('1 slice missing before this one');
});

test('number keys are the windows of the file and of the modality', async ({ launch, folder }) => {
  writePhantom(folder, head);
  const { window } = await launch(folder);
  await untilShown(window);
  const shown = window.getByTestId('window-text');
  await expect(shown).toHaveText('C 40 W 200');
  for (const [key, text] of [
    ['3', 'C −600 W 1500 · Lung'],
    ['9', 'C 40 W 40 · Stroke'],
    ['1', 'C 40 W 200'],
  ] as const) {
    await window.keyboard.press(key);
    await expect(shown).toHaveText(text);
  }
});

test('cine plays a recording at its own rate, a lossy one says so, and another rate can be chosen', async ({
  launch,
}) => {
  const { window } = await launch(realFile('jpeg_baseline_8bit.dcm'));
  await untilShown(window);
  await expect(window.getByTestId('notice-lossy')).toContainText('Lossy compression');
  await window.keyboard.press('Space');
  await expect(window.getByTestId('cine-rate')).toHaveValue('30.3');
  await expect(window.getByTestId('slice-number')).not.toHaveText('Frame 1 / 96');
  await window.getByTestId('cine-rate').fill('5');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('cine-rate')).toHaveValue('5');
});
