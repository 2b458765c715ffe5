import { expect, test } from './app';
import { expectGolden, shrinkViewport } from './golden';
import { goldenImages, mapUid, side, writeGoldenStudy } from './golden-images';
import { untilShown } from './window';

test('the canvas shows each kind of image pixel for pixel as its golden picture', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writeGoldenStudy(folder));
  await untilShown(window);
  await shrinkViewport(window, side);
  await window.getByTestId('viewport').focus();
  for (const [index, { name }] of goldenImages.entries()) {
    if (index > 0) await window.keyboard.press('ArrowDown');
    await expect(window.getByTestId('slice-number')).toContainText(`${index + 1} / ${goldenImages.length}`);
    await expectGolden(window, 'viewport', name, side);
  }
});

test('a heat map lies on the image pixel for pixel as its golden pictures', async ({ launch, folder }) => {
  const { window } = await launch(writeGoldenStudy(folder));
  await untilShown(window);
  await shrinkViewport(window, side);
  await window.getByTestId(`show-object-${mapUid}`).click();
  await expect(window.getByTestId('heat-map')).toBeVisible();
  await expectGolden(window, 'viewport', 'grey-window', side);
  await expectGolden(window, 'heat-map', 'heat-map-wash', side);
  await window.getByTestId('style-contour').click();
  await expectGolden(window, 'heat-map', 'heat-map-contour', side);
});
