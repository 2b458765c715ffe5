import type { Page } from 'playwright';

/** What a scroll through a series looked like. */
export interface Scroll {
  /** Milliseconds from frame to frame, by the frames' own clock. */
  readonly frames: readonly number[];
  /** How many frames showed another slice than the frame before. */
  readonly changed: number;
}

/** Presses the key for the next slice (or the one before) once a frame, as a held key does. */
export function scrollThrough(page: Page, steps: number, key: 'ArrowDown' | 'ArrowUp'): Promise<Scroll> {
  return page.evaluate(
    async ({ count, name }) => {
      const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const shown = (): string => document.querySelector('[data-testid="slice-number"]')?.textContent ?? '';
      const times = [await nextFrame()];
      let changed = 0;
      for (let step = 0, before = shown(); step < count; step++) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
        times.push(await nextFrame());
        if (shown() !== before) changed += 1;
        before = shown();
      }
      return { frames: times.slice(1).map((time, i) => time - times[i]!), changed };
    },
    { count: steps, name: key },
  );
}

/** Waits until the window has found so many slices. */
export async function waitForSlices(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (total) =>
      document.querySelector('[data-testid="slice-number"]')?.textContent?.trim().endsWith(`/ ${total}`),
    count,
    { timeout: 300_000 },
  );
}
