import type { ImagePixel } from '../../pixels/image-pixel';
import type { StoredValues } from '../../pixels/stored';
import type { Bits } from './outlines';
import type { Coding } from './segments';

/** The pixels of one segment in one frame. */
export interface SegmentMask {
  readonly segment: number;
  readonly mask: Bits;
}

/** The masks in the values of a frame: one of its segment, or one of each number that a label map holds but 0. */
export function masksIn(
  values: StoredValues,
  { rows, columns }: Pick<ImagePixel, 'rows' | 'columns'>,
  { labelMap, from }: Coding,
  segment: number,
): SegmentMask[] {
  const mask = (low: number, high: number): Bits => ({ rows, columns, bits: bitsBetween(values, low, high) });
  if (!labelMap) return [{ segment, mask: mask(from, Infinity) }];
  const numbers = [...new Set<number>(values)].filter((value) => value !== 0).sort((a, b) => a - b);
  return numbers.map((number) => ({ segment: number, mask: mask(number, number) }));
}

function bitsBetween(values: StoredValues, low: number, high: number): Uint8Array {
  const bits = new Uint8Array(values.length);
  for (let i = 0; i < bits.length; i++) if (values[i]! >= low && values[i]! <= high) bits[i] = 1;
  return bits;
}
