import type { SlicePixels } from '../../../preload/vocabulary';
import type { Padding } from './padding';
import { isPadding } from './padding';

/** How the values of a frame are spread, padding left out. */
export interface ValueRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Values below which 0.5 % and 99.5 % of the pixels lie. */
  readonly low: number;
  readonly high: number;
}

/** How often values occur: bin b holds those that round to first + b / scale. */
interface Histogram {
  readonly counts: Uint32Array;
  readonly first: number;
  readonly scale: number;
}

const bins = 4096;
const tail = 0.005;
const nothing: ValueRange = { minimum: 0, maximum: 0, low: 0, high: 0 };

/**
 * Extremes and percentiles of a frame: exact for whole numbers of 16 bits, else the percentiles are to 1/4096 of the
 * range. Values that are not finite are left out.
 * @param padding pixels to be left out, or null
 * @param lowest values below it are left out too
 * @returns all 0 where nothing is left
 */
export function rangeOf(values: SlicePixels, padding: Padding | null = null, lowest = -Infinity): ValueRange {
  return values instanceof Float32Array
    ? binnedRange(values, padding, lowest)
    : wholeRange(values, padding, lowest);
}

function wholeRange(
  values: Exclude<SlicePixels, Float32Array>,
  padding: Padding | null,
  lowest: number,
): ValueRange {
  const counts = new Uint32Array(65_536);
  if (!padding) for (let i = 0; i < values.length; i++) counts[values[i]! + 32_768]!++;
  else for (let i = 0; i < values.length; i++) if (!isPadding(padding, i)) counts[values[i]! + 32_768]!++;
  if (lowest > -32_768) counts.fill(0, 0, Math.ceil(lowest) + 32_768);
  // Plain loops: with a function for each of the 65,536 bins they took longer than counting the pixels.
  let first = 0;
  while (first < counts.length && counts[first] === 0) first++;
  if (first === counts.length) return nothing;
  let last = counts.length - 1;
  while (counts[last] === 0) last--;
  let count = 0;
  for (let bin = first; bin <= last; bin++) count += counts[bin]!;
  const histogram = { counts: counts.subarray(first, last + 1), first: first - 32_768, scale: 1 };
  return { minimum: first - 32_768, maximum: last - 32_768, ...percentilesOf(histogram, count) };
}

function binnedRange(values: Float32Array, padding: Padding | null, lowest: number): ValueRange {
  const kept = keptOf(values, padding, lowest);
  if (kept.length === 0) return nothing;
  const { minimum, maximum } = extremes(kept);
  if (maximum === minimum) return { minimum, maximum, low: minimum, high: maximum };
  const scale = (bins - 1) / (maximum - minimum);
  const counts = new Uint32Array(bins);
  for (let i = 0; i < kept.length; i++) counts[((kept[i]! - minimum) * scale + 0.5) | 0]!++;
  return { minimum, maximum, ...percentilesOf({ counts, first: minimum, scale }, kept.length) };
}

/** The values that count: loops over them are many times as fast without a question at each. */
function keptOf(values: Float32Array, padding: Padding | null, lowest: number): Float32Array {
  const kept = new Float32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= lowest) || Math.abs(value) === Infinity) continue;
    if (padding === null || !isPadding(padding, i)) kept[count++] = value;
  }
  return kept.subarray(0, count);
}

function extremes(values: Float32Array): { minimum: number; maximum: number } {
  let [minimum, maximum] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return { minimum, maximum };
}

function percentilesOf({ counts, first, scale }: Histogram, count: number): { low: number; high: number } {
  const at = (share: number): number => first + binAt(counts, share * count) / scale;
  return { low: at(tail), high: at(1 - tail) };
}

function binAt(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    seen += counts[bin]!;
    if (seen >= rank && seen > 0) return bin;
  }
  return counts.length - 1;
}
