import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { middleSlice, objectUid, writePhantomWithObjects } from './phantom-objects';
import { chooseModel, explain, inkOf, untilShown } from './window';

const show = (window: Page, number: number) => window.getByTestId(`show-object-${objectUid(number)}`).click();
const said = (window: Page, number: number) => window.getByTestId(`said-object-${objectUid(number)}`);
const shapes = (window: Page) => window.locator('path[data-testid^="region-shape-"]');

/** Centre and size of a shape as parts of the heat map's canvas, which covers the viewport as the shapes do. */
const boxOf = async (window: Page, index = 0) => (await shapes(window).nth(index).boundingBox())!;

test('shows what a segmentation, a structure set, a report and a parametric map hold on the right slices', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writePhantomWithObjects(folder));
  await untilShown(window);
  await expect(window.locator('[data-testid^="object-"]')).toHaveCount(4);
  await expect(window.locator('.series')).toHaveCount(1);

  await show(window, 3);
  await expect(window.getByTestId('slice-number')).toContainText(`${middleSlice} / 41`);
  await expect(shapes(window)).toHaveCount(1);
  await expect(said(window, 3)).toHaveText('1 region on 1 image');
  const circle = await boxOf(window);
  await expect(window.getByTestId('region-layer')).toContainText('Target 1, Mass');

  await show(window, 2);
  await expect(shapes(window)).toHaveCount(2);
  await expect(said(window, 2)).toContainText('11 regions on 11 images');
  await expect(said(window, 2)).toContainText(
    '1 contour left out, as points and open lines enclose no area.',
  );
  const contour = await boxOf(window, 1);
  for (const side of ['x', 'y', 'width', 'height'] as const)
    expect(Math.abs(contour[side] - circle[side])).toBeLessThan(4);

  await show(window, 1);
  await expect(shapes(window)).toHaveCount(3);
  await expect(window.getByTestId('region-layer')).toContainText('Shell');

  await show(window, 4);
  await expect(window.getByTestId('map-name')).toHaveText('Parametric map: Cerebral blood flow');
  await expect(window.getByTestId('colour-bar')).toHaveAttribute('aria-label', /ml\/\(100\.g\.min\)$/);
  await expect(said(window, 4)).toContainText('negative values set to 0');
  await expect.poll(async () => (await inkOf(window, 'heat-map')).pixels).toBeGreaterThan(100);
  await window.screenshot({ path: join('test-results', 'objects.png') });

  await window.getByTestId('viewport').focus();
  await window.keyboard.press('Home');
  await expect(window.getByTestId('heat-map')).toHaveCount(0);
  await expect(shapes(window)).toHaveCount(0);
});

test('takes objects off again, undoes them in one step, and never adds them twice', async ({
  launch,
  folder,
}) => {
  const study = writePhantomWithObjects(folder);
  const { app, window } = await launch(study);
  await untilShown(window);
  await show(window, 1);
  await expect(shapes(window)).toHaveCount(1);
  await window.getByTestId(`kind-object-${objectUid(1)}`).selectOption('artefact');
  await expect(shapes(window)).toHaveAttribute('data-kind', 'artefact');
  await window.getByTestId('viewport').focus();
  await window.keyboard.press('Control+z');
  await expect(shapes(window)).toHaveAttribute('data-kind', 'lesion');
  await window.keyboard.press('Control+z');
  await expect(shapes(window)).toHaveCount(0);
  await show(window, 1);
  await expect(shapes(window)).toHaveCount(1);
  await expect(window.getByTestId('saved')).toContainText('✓ saved');
  await app.close();

  const { window: again } = await launch(study);
  await untilShown(again);
  await expect(again.getByTestId(`hide-object-${objectUid(1)}`)).toBeVisible();
  await again.getByTestId(`hide-object-${objectUid(1)}`).click();
  await expect(again.getByTestId(`show-object-${objectUid(1)}`)).toBeVisible();
  await expect(shapes(again)).toHaveCount(0);

  // The same by key: one after the other, then none.
  await again.getByTestId('viewport').focus();
  for (const count of [1, 2, 3, 4]) {
    await again.keyboard.press('Shift+J');
    await expect(again.locator('[data-testid^="hide-object-"]')).toHaveCount(count);
  }
  await again.keyboard.press('Shift+J');
  await expect(again.locator('[data-testid^="hide-object-"]')).toHaveCount(0);
});

test('an explanation that is newer lies over the map of an object, and one looks at either', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writePhantomWithObjects(folder));
  await untilShown(window);
  await show(window, 4);
  await expect(window.getByTestId('map-name')).toHaveText('Parametric map: Cerebral blood flow');
  await chooseModel(window, 'chest-shortcut');
  await explain(window);
  await expect(window.getByTestId('colour-bar')).toContainText('logit');
  await expect(window.getByTestId('map-name')).toContainText('Grad-CAM');
  await window.getByTestId('other-map').click();
  await expect(window.getByTestId('colour-bar')).toContainText('ml/(100.g.min)');
  await expect(window.getByTestId('other-map')).toHaveText('Show Grad-CAM');
  await window.screenshot({ path: join('test-results', 'objects-both.png') });
  await window.getByTestId('viewport').focus();
  await window.keyboard.press('Shift+E');
  await expect(window.getByTestId('colour-bar')).toContainText('logit');
  await window.getByTestId(`hide-object-${objectUid(4)}`).click();
  await expect(window.getByTestId('map-name')).toHaveCount(0);
});
