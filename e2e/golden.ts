import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { PNG } from 'pngjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'golden');
const differences = join('test-results', 'golden');
/** Writes what is shown instead of comparing it; to be looked at before it is kept. */
const isUpdate = process.env['SIGHTLINE_UPDATE_GOLDEN'] === '1';
/** Steps of 256 that a channel may be off: how a canvas rounds what is half clear is the processor's affair. */
const tolerance = 1;

/** The upper left part of a canvas, side × side × 4 bytes of RGBA. */
async function shown(window: Page, testId: string, side: number): Promise<Buffer> {
  const base64 = await window.getByTestId(testId).evaluate((element, size) => {
    const canvas = element instanceof HTMLCanvasElement ? element : element.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, size, size);
    return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
  }, side);
  return Buffer.from(base64, 'base64');
}

/** Makes the viewport so small that an image of side × side fits it pixel for pixel, whatever the screen's density. */
export async function shrinkViewport(window: Page, side: number): Promise<void> {
  await window.getByTestId('viewport').evaluate((element, size) => {
    const length = `${size / globalThis.devicePixelRatio}px`;
    Object.assign(element.style, { right: 'auto', bottom: 'auto', width: length, height: length });
  }, side);
  const canvas = window.getByTestId('viewport').locator('canvas');
  await expect(canvas).toHaveAttribute('width', String(side));
  await expect(canvas).toHaveAttribute('height', String(side));
}

/** Compares a canvas with its golden picture; what differs is left in test-results/golden. */
export async function expectGolden(window: Page, testId: string, name: string, side: number): Promise<void> {
  if (isUpdate) return write(folder, name, await settled(window, testId, side), side);
  const golden = PNG.sync.read(readFileSync(join(folder, `${name}.png`)));
  expect([golden.width, golden.height]).toEqual([side, side]);
  let last: Buffer = Buffer.alloc(0);
  try {
    await expect
      .poll(async () => largestDifference((last = await shown(window, testId, side)), golden.data), {
        message: `${name}: the largest difference of a channel`,
        timeout: 10_000,
      })
      .toBeLessThanOrEqual(tolerance);
  } catch (thrown) {
    write(differences, name, last, side);
    throw thrown;
  }
}

/** What a canvas shows once it no longer changes. */
async function settled(window: Page, testId: string, side: number): Promise<Buffer> {
  let last = await shown(window, testId, side);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await shown(window, testId, side);
        return before.equals(last);
      },
      { intervals: [500] },
    )
    .toBe(true);
  return last;
}

function largestDifference(actual: Buffer, expected: Buffer): number {
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i]!)), 0);
}

function write(into: string, name: string, rgba: Buffer, side: number): void {
  mkdirSync(into, { recursive: true });
  const png = new PNG({ width: side, height: side });
  png.data = rgba;
  writeFileSync(join(into, `${name}.png`), PNG.sync.write(png));
}
