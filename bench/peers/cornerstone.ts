import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright';

const require = createRequire(join(process.cwd(), 'package.json'));

/** Loads plain cornerstone-core into a page, apart from the one that the window draws with. */
export async function loadCornerstone(page: Page): Promise<void> {
  await page.evaluate(readFileSync(require.resolve('cornerstone-core'), 'utf8'));
}

/** A picture for cornerstone as its own image loaders make it; runs in the page. */
const imageOf = `(slice) => {
  const side = 512;
  const pixels = new Int16Array(side * side);
  for (let i = 0; i < pixels.length; i++) pixels[i] = ((i * 7919 + slice * 104729) % 400) - 160 + (i >> 9) / 4;
  return {
    imageId: 'peer:' + slice, minPixelValue: -160, maxPixelValue: 400, slope: 1, intercept: 0,
    windowCenter: 40, windowWidth: 400, render: undefined, getPixelData: () => pixels,
    rows: side, columns: side, height: side, width: side, color: false, invert: false,
    columnPixelSpacing: 0.7, rowPixelSpacing: 0.7, sizeInBytes: pixels.byteLength,
  };
}`;

/**
 * Draws another of some slices in memory each frame, over the viewport and as large.
 * @returns milliseconds from frame to frame
 */
export function scrollCornerstone(page: Page, steps: number, slices = 100): Promise<number[]> {
  return page.evaluate(`(async () => {
    const imageOf = ${imageOf};
    const images = Array.from({ length: ${slices} }, (_, slice) => imageOf(slice));
    const element = document.createElement('div');
    const { left, top, width, height } = document.querySelector('[data-testid="viewport"]').getBoundingClientRect();
    Object.assign(element.style, { position: 'fixed', zIndex: 99, left: left + 'px', top: top + 'px',
      width: width + 'px', height: height + 'px' });
    document.body.append(element);
    cornerstone.enable(element);
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [await nextFrame()];
    for (let step = 0; step < ${steps}; step++) {
      cornerstone.displayImage(element, images[step % images.length]);
      times.push(await nextFrame());
    }
    cornerstone.disable(element);
    element.remove();
    return times.slice(1).map((time, i) => time - times[i]);
  })()`);
}

/** Puts so many slices into cornerstone's own image cache, which keeps them as its default budget lets it. */
export async function cacheInCornerstone(page: Page, slices: number): Promise<void> {
  await page.evaluate(`(async () => {
    const imageOf = ${imageOf};
    cornerstone.registerImageLoader('peer', (id) => ({
      promise: Promise.resolve(imageOf(Number(id.slice(5)))), cancelFn: () => undefined,
    }));
    for (let slice = 0; slice < ${slices}; slice++) await cornerstone.loadAndCacheImage('peer:' + slice);
  })()`);
}

/** Frames with nothing to do: what the screen itself gives. */
export function emptyFrames(page: Page, steps: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [await nextFrame()];
    for (let step = 0; step < count; step++) times.push(await nextFrame());
    return times.slice(1).map((time, i) => time - times[i]!);
  }, steps);
}
