import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { brainFolder, realFile } from './places';
import { answerOpenDialog, pixelsOf, untilShown } from './window';

test.describe('a real study', () => {
  test('opens from its folder, in the order of its positions, and scrolls', async ({ launch }) => {
    const { app, window } = await launch();
    await answerOpenDialog(app, [brainFolder]);
    await window.getByTestId('open-folder').click();
    await expect(window.getByTestId('slice-number')).toHaveText(/Slice\s+1 \/ 20/);
    await expect(window.getByTestId('study-list')).toContainText('BRAIN');
    const first = await pixelsOf(window, 'viewport');
    await window.getByTestId('viewport').hover();
    await window.mouse.wheel(0, 100);
    await expect(window.getByTestId('slice-number')).toHaveText(/Slice\s+2 \/ 20/);
    await expect.poll(() => pixelsOf(window, 'viewport')).not.toBe(first);
    await window.mouse.wheel(0, -100);
    await expect.poll(() => pixelsOf(window, 'viewport')).toBe(first);
  });

  test('scrolls with the keyboard to its end and no further', async ({ launch }) => {
    const { window } = await launch(brainFolder);
    await untilShown(window);
    for (let i = 0; i < 25; i++) await window.keyboard.press('ArrowDown');
    await expect(window.getByTestId('slice-number')).toHaveText(/Slice\s+20 \/ 20/);
  });

  for (const [name, modality] of [
    ['rle.dcm', 'CT'],
    ['jpeg_2000.dcm', 'CT'],
    ['jpeg_ls.dcm', 'MR'],
    ['jpeg_lossless_sel1.dcm', 'CT'],
    ['deflated.dcm', 'OT'],
    ['explicit_big.dcm', 'MR'],
    ['jpeg_baseline_8bit.dcm', 'XA'],
  ] as const) {
    test(`decodes ${name}`, async ({ launch }) => {
      const { window } = await launch(realFile(name));
      await untilShown(window);
      await expect(window.getByTestId('corner-study')).toContainText(modality);
      await expect.poll(() => shadesOf(window), 'shades of grey on screen').toBeGreaterThan(20);
    });
  }

  test('tells the value under the cursor in its unit', async ({ launch }) => {
    const { window } = await launch(realFile('rle.dcm'));
    await untilShown(window);
    await window.getByTestId('viewport').hover();
    await expect(window.getByTestId('pixel-value')).toContainText(/-?\d+/);
  });
});

/** How many values of red the viewport shows. */
function shadesOf(window: Page): Promise<number> {
  return window.getByTestId('viewport').evaluate((element) => {
    const canvas = element.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(data.filter((_value, i) => i % 4 === 0)).size;
  });
}

test('a folder dropped on the window is opened', async ({ launch }) => {
  const { window } = await launch();
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [brainFolder], dragOperationsMask: 1 };
  const place = { x: x + width / 2, y: y + height / 2, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...place });
  await expect(window.getByTestId('slice-number')).toHaveText(/Slice\s+1 \/ 20/);
});
