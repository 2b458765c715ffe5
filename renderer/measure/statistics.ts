import type { Slice } from '../../preload/vocabulary';
import type { Shape } from './area';
import { runsInside } from './pixels-inside';

/** The values of the pixels of a shape, in the slice's unit. */
export interface Statistics {
  /** Pixels whose centre lies inside the shape and the image. */
  readonly pixels: number;
  readonly mean: number;
  /** Standard deviation of the pixels as a whole population: the root of the mean squared difference from the mean. */
  readonly deviation: number;
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Statistics of the pixels inside a shape, padding among them; null where there is none. Of colour it is the luminance
 * Y = 0.299 R + 0.587 G + 0.114 B (PS3.3 C.7.6.3.1.2). A value that is not a number (float pixel data may hold such)
 * is left out, of the count too.
 */
export function statisticsOf(shape: Shape, slice: Slice): Statistics | null {
  let [pixels, sum, minimum, maximum] = [0, 0, Infinity, -Infinity];
  eachValue(shape, slice, (value) => {
    pixels++;
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  });
  if (pixels === 0) return null;
  const mean = sum / pixels;
  let squares = 0;
  eachValue(shape, slice, (value) => (squares += (value - mean) ** 2));
  return { pixels, mean, deviation: Math.sqrt(squares / pixels), minimum, maximum };
}

function eachValue(shape: Shape, slice: Slice, take: (value: number) => void): void {
  runsInside(shape, slice.rows, slice.columns, (row, from, to) => {
    const start = row * slice.columns;
    for (let pixel = start + from; pixel < start + to; pixel++) {
      const value = valueAt(slice, pixel);
      if (!Number.isNaN(value)) take(value);
    }
  });
}

function valueAt({ pixels, samples }: Slice, pixel: number): number {
  if (samples === 1) return pixels[pixel]!;
  const at = pixel * 3;
  return 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
}
