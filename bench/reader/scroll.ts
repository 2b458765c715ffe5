import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { emptyFrames, loadCornerstone, scrollCornerstone } from '../peers/cornerstone';
import { type Spread, spreadOf } from '../statistics';
import { openWindow } from '../ui/window';
import type { ReaderPart } from './part';
import { scrollThrough, waitForSlices } from './window/scroll-through';
import { seriesFolder } from './window/series-folder';

const slices = 1000;
const rounds = 3;

/** Milliseconds a frame over one pass: 95 of 100 frames took no longer than p95. */
interface Pass {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

/** A 1,000-slice series in the real window, one slice a frame, beside plain cornerstone-core and beside empty frames. */
export const scrollPart: ReaderPart = {
  name: 'scroll',
  what: 'ms a frame while 1,000 slices of 512 × 512 CT go by, one a frame; beside cornerstone-core from memory, and empty frames',
  async run() {
    const folder = await seriesFolder(slices);
    const { app, page } = await openWindow([folder]);
    try {
      await waitForSlices(page, slices);
      await loadCornerstone(page);
      return { unit: 'ms', slices, ...(await figures(page)) };
    } finally {
      await app.close();
      await rm(folder, { recursive: true });
    }
  },
};

async function figures(page: Page): Promise<object> {
  const first = await scrollThrough(page, slices - 1, 'ArrowDown');
  const [ours, peer, floor]: Pass[][] = [[], [], []];
  let changed = 0;
  for (let round = 0; round < rounds; round++) {
    const scroll = await scrollThrough(page, slices - 1, round % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    ours!.push(passOf(scroll.frames));
    changed += scroll.changed / (slices - 1) / rounds;
    peer!.push(passOf(await scrollCornerstone(page, slices - 1)));
    floor!.push(passOf(await emptyFrames(page, slices - 1)));
  }
  return {
    whileDecoding: {
      ...passOf(first.frames),
      shareOfFramesWithAnotherSlice: share(first.changed / (slices - 1)),
    },
    onceDecoded: { ...spreads(ours!), shareOfFramesWithAnotherSlice: share(changed) },
    peer: { name: 'cornerstone-core, 100 slices in memory', ...spreads(peer!) },
    emptyFrames: spreads(floor!),
  };
}

const share = (part: number): number => Math.round(part * 1000) / 1000;

function passOf(frames: readonly number[]): Pass {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.ceil(part * sorted.length) - 1]! * 100) / 100;
  return { median: at(0.5), p95: at(0.95), longest: at(1) };
}

function spreads(passes: readonly Pass[]): Record<keyof Pass, Spread> {
  const of = (name: keyof Pass): Spread => spreadOf(passes.map((pass) => pass[name]));
  return { median: of('median'), p95: of('p95'), longest: of('longest') };
}
