import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { chooseMethod, chooseModel, explain, pixelsOf, untilShown } from './window';

/** What the small maps say: the peak of each, and whether they have been drawn on their pictures. */
const peaksOf = (window: Page): Promise<number[]> =>
  window
    .getByTestId('class-maps')
    .locator('button')
    .evaluateAll((thumbs) => thumbs.map((thumb) => Number((thumb as HTMLElement).dataset.peak)));

test('every class has a small map, which explains it when it is clicked', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-shortcut');
  await explain(window);
  await expect(window.getByTestId('class-maps')).toHaveCount(0);
  await window.getByTestId('class-maps-shown').check();
  await expect(window.getByTestId('class-maps-scale')).toContainText(
    /One scale for these 2 classes: 0 to [\d.]+/,
  );
  await expect(window.getByTestId('class-maps').locator('canvas')).toHaveCount(2);
  const peaks = await peaksOf(window);
  const highest = peaks.indexOf(Math.max(...peaks));
  expect(peaks[highest]).toBeGreaterThan(0);
  expect(await pixelsOf(window, 'class-map-0')).not.toBe(await pixelsOf(window, 'class-map-1'));

  const lower = window.getByTestId(`class-map-${1 - highest}`);
  await lower.click();
  await expect(lower).toHaveAttribute('aria-pressed', 'true');
  await expect(window.getByTestId(`score-${1 - highest}`)).toHaveAttribute('aria-pressed', 'true');
  expect(await peaksOf(window)).toEqual(peaks);
});

test('the small maps follow the slice, and a method that has none says so', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-shortcut');
  await explain(window);
  await window.getByTestId('class-maps-shown').check();
  await expect(window.getByTestId('class-maps-scale')).toContainText('One scale');
  const before = await peaksOf(window);
  await window.getByTestId('scrubber').fill('2');
  await expect(window.getByTestId('class-maps')).toHaveCount(0);
  await explain(window);
  await expect(window.getByTestId('class-maps-scale')).toContainText('One scale');
  expect(await peaksOf(window)).not.toEqual(before);

  await chooseMethod(window, 'occlusion');
  await expect(window.getByTestId('class-maps-shown')).toBeDisabled();
  await expect(window.getByTestId('scores').locator('..')).toContainText('one class at a time');
});
