import { rm } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright';
import { cacheInCornerstone, loadCornerstone } from '../peers/cornerstone';
import { openWindow } from '../ui/window';
import type { ReaderPart } from './part';
import { type Memory, memoryOf } from './window/memory-of';
import { scrollThrough, waitForSlices } from './window/scroll-through';
import { seriesFolder } from './window/series-folder';

const slices = 4000;
const stepsBetween = 100;

/** All processes together with 4,000 slices open, scrolled through once and explained; beside cornerstone's own cache. */
export const memoryPart: ReaderPart = {
  name: 'memory',
  what: 'MB of all processes together with 4,000 slices of 512 × 512 CT open: pss counts what they share once, rss for each',
  async run() {
    const folder = await seriesFolder(slices);
    try {
      return { unit: 'MB', slices, sightline: await ours(folder), peer: await peers() };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function ours(folder: string): Promise<object> {
  const { app, page } = await openWindow([folder]);
  try {
    await waitForSlices(page, slices);
    const opened = memoryOf(pidOf(app));
    const scrolling = await highestWhile(app, page);
    const scrolled = memoryOf(pidOf(app));
    await explain(page);
    return { opened, highestWhileScrolling: scrolling, scrolled, explained: memoryOf(pidOf(app)) };
  } finally {
    await app.close();
  }
}

/** Scrolls to the last slice. */
async function highestWhile(app: ElectronApplication, page: Page): Promise<Memory> {
  let highest: Memory = { pss: 0, rss: 0 };
  for (let step = 0; step < slices; step += stepsBetween) {
    await scrollThrough(page, stepsBetween, 'ArrowDown');
    const { pss, rss } = memoryOf(pidOf(app));
    highest = { pss: Math.max(highest.pss, pss), rss: Math.max(highest.rss, rss) };
  }
  return highest;
}

/** Has a model loaded and run, so that the engine holds what it needs for it. */
async function explain(page: Page): Promise<void> {
  await page.getByTestId('model').selectOption({ index: 1 });
  await page.getByTestId('explain').and(page.locator(':enabled')).click();
  await page.getByTestId('heat-map').waitFor({ state: 'attached', timeout: 120_000 });
}

async function peers(): Promise<object> {
  const { app, page } = await openWindow([]);
  try {
    await loadCornerstone(page);
    await cacheInCornerstone(page, slices);
    return { name: "cornerstone-core's image cache in an empty window", filled: memoryOf(pidOf(app)) };
  } finally {
    await app.close();
  }
}

function pidOf(app: ElectronApplication): number {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The application has ended.');
  return pid;
}
