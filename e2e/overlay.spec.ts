import { expect, test } from './app';
import { demoFolder } from './places';
import { chooseModel, explain, inkOf, pixelsOf, untilShown } from './window';

test('opacity and threshold redraw the map at hand without asking the engine', async ({ launch }) => {
  const { app, window } = await launch(demoFolder);
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await expect.poll(async () => (await inkOf(window, 'heat-map')).pixels).toBeGreaterThan(0);
  const slice = await pixelsOf(window, 'viewport');

  // From here on the engine could not answer: it is gone for good.
  await app.evaluate(({ ipcMain }) => ipcMain.removeHandler('sightline:explain'));

  await window.getByTestId('opacity').fill('0.3');
  const faint = await inkOf(window, 'heat-map');
  await window.getByTestId('opacity').fill('0.9');
  await expect.poll(async () => (await inkOf(window, 'heat-map')).alpha).toBeGreaterThan(2 * faint.alpha);

  const before = await inkOf(window, 'heat-map');
  expect(before.pixels / faint.pixels, 'opacity changes the strength, not the extent').toBeCloseTo(1, 2);
  await window.getByTestId('threshold').fill('0.7');
  await expect.poll(async () => (await inkOf(window, 'heat-map')).pixels).toBeLessThan(before.pixels);
  await window.getByTestId('threshold').fill('0');
  await expect.poll(async () => (await inkOf(window, 'heat-map')).pixels).toBeGreaterThan(before.pixels);

  const wash = await pixelsOf(window, 'heat-map');
  await window.getByTestId('style-contour').click();
  await expect.poll(() => pixelsOf(window, 'heat-map')).not.toBe(wash);
  await window.getByTestId('style-wash').click();
  await expect.poll(() => pixelsOf(window, 'heat-map')).toBe(wash);
  await window.getByTestId('colour-map').selectOption('viridis');
  await expect.poll(() => pixelsOf(window, 'heat-map')).not.toBe(wash);

  expect(await pixelsOf(window, 'viewport'), 'the slice itself is never touched').toBe(slice);
});
