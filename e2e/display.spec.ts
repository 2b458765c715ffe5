import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { imageElements, samplesOf } from '../main/dicom/testing/image';
import { type Elements, writeDicom } from '../main/dicom/testing/write';
import { expect, test } from './app';
import { untilShown } from './window';

const side = 64;

/** A ramp from left to right with a VOI LUT, an overlay of three full rows, and a shutter that covers the lower half. */
function writeImage(folder: string): string {
  const values = Array.from({ length: side * side }, (_, i) => i % side);
  const table = Array.from({ length: side }, (_, i) => (i < side / 2 ? 0 : 255));
  const overlay = Buffer.alloc((side * side) / 8);
  overlay.fill(0xff, side, side + (3 * side) / 8);
  const more: Elements = {
    0x00181600: ['CS', 'RECTANGULAR'],
    0x00181602: ['IS', '1'],
    0x00181604: ['IS', String(side)],
    0x00181606: ['IS', '1'],
    0x00181608: ['IS', String(side / 2)],
    0x00283010: [
      'SQ',
      {
        items: [{ 0x00283002: ['US', [side, 0, 8]], 0x00283003: ['LO', 'STEP'], 0x00283006: ['US', table] }],
      },
    ],
    0x60000010: ['US', [side]],
    0x60000011: ['US', [side]],
    0x60000040: ['CS', 'G'],
    0x60000050: ['SS', [1, 1]],
    0x60000100: ['US', [1]],
    0x60000102: ['US', [0]],
    0x60003000: ['OW', overlay],
  };
  const path = join(folder, 'displayed.dcm');
  writeFileSync(
    path,
    writeDicom(imageElements({ rows: side, columns: side, pixels: samplesOf(values, 16) }, more)),
  );
  return path;
}

/** Red of the pixel of the image that lies at a part of the picture's width and height. */
async function redAt(window: Page, across: number, down: number): Promise<number> {
  return window.getByTestId('viewport').evaluate(
    (element, [x, y]) => {
      const canvas = element.querySelector('canvas')!;
      const edge = Math.min(canvas.width, canvas.height);
      const [left, top] = [(canvas.width - edge) / 2, (canvas.height - edge) / 2];
      return canvas.getContext('2d')!.getImageData(left + x! * edge, top + y! * edge, 1, 1).data[0]!;
    },
    [across, down],
  );
}

test('shows a file through its VOI LUT, its overlay and its shutter, and a window where one is dragged', async ({
  launch,
  folder,
}) => {
  const { window } = await launch(writeImage(folder));
  await untilShown(window);
  await expect(window.getByTestId('window-text')).toHaveText('VOI LUT · STEP');
  const overlayRow = 9.5 / side;
  await expect.poll(() => redAt(window, 0.25, 0.3)).toBe(0);
  expect(await redAt(window, 0.75, 0.3)).toBe(255);
  expect(await redAt(window, 0.25, overlayRow)).toBe(232);
  expect(await redAt(window, 0.75, 0.75), 'the shutter covers').toBe(0);

  await window.getByTestId('viewport').focus();
  await window.keyboard.press('Shift+H');
  await expect(window.getByText('overlays hidden')).toBeVisible();
  await expect.poll(() => redAt(window, 0.25, overlayRow)).toBe(0);
  await window.keyboard.press('Shift+H');

  await window.keyboard.press('Alt+W');
  await expect(window.getByTestId('window-text')).toHaveText(/^C 32 {2}W 67/);
  await expect.poll(() => redAt(window, 0.25, 0.3)).toBeGreaterThan(40);
  expect(await redAt(window, 0.75, 0.75), 'the shutter still covers').toBe(0);
});
