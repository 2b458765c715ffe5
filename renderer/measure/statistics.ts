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
  const values = valuesInside(shape, slice);
  if (values.length === 0) return null;
  let [sum, minimum, maximum] = [0, Infinity, -Infinity];
  for (const value of values) {
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { pixels: values.length, mean, deviation: Math.sqrt(squares / values.length), minimum, maximum };
}

function valuesInside(shape: Shape, slice: Slice): number[] {
  const values: number[] = [];
  runsInside(shape, slice.rows, slice.columns, (row, from, to) => {
    for (let column = from; column < to; column++) {
      const value = valueAt(slice, row * slice.columns + column);
      if (!Number.isNaN(value)) values.push(value);
    }
  });
  return values;
}

function valueAt({ pixels, samples }: Slice, pixel: number): number {
  if (samples === 1) return pixels[pixel]!;
  const at = pixel * 3;
  return 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
}
