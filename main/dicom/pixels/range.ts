import type { SlicePixels } from '../../../preload/vocabulary';

/** How the values of a frame are spread, padding left out. */
export interface ValueRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Values below which 0.5 % and 99.5 % of the pixels lie. */
  readonly low: number;
  readonly high: number;
}

/** Tells the padding around an image from its pixels; counts by index, as padding is a stored value. */
export type IsPadding = (index: number) => boolean;

const bins = 4096;
const tail = 0.005;

/**
 * Extremes and percentiles of a frame, from a histogram of 4096 bins; values that are not finite are left out.
 * @returns all 0 where every pixel is padding
 */
export function rangeOf(values: SlicePixels, isPadding: IsPadding): ValueRange {
  const { minimum, maximum, count } = extremes(values, isPadding);
  if (count === 0) return { minimum: 0, maximum: 0, low: 0, high: 0 };
  const scale = maximum > minimum ? (bins - 1) / (maximum - minimum) : 0;
  const histogram = new Uint32Array(bins);
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i]) && !isPadding(i)) histogram[Math.round((values[i]! - minimum) * scale)]!++;
  const at = (share: number): number => minimum + (scale && binAt(histogram, share * count) / scale);
  return { minimum, maximum, low: at(tail), high: at(1 - tail) };
}

function extremes(
  values: SlicePixels,
  isPadding: IsPadding,
): { minimum: number; maximum: number; count: number } {
  let [minimum, maximum, count] = [Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value) || isPadding(i)) continue;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
    count++;
  }
  return { minimum, maximum, count };
}

function binAt(histogram: Uint32Array, rank: number): number {
  let seen = 0;
  for (let bin = 0; bin < bins; bin++) {
    seen += histogram[bin]!;
    if (seen >= rank && seen > 0) return bin;
  }
  return bins - 1;
}
