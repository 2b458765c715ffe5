import type { DataSet } from 'dicom-parser';
import { tags } from '../tags';
import type { ImagePixel } from './image-pixel';
import type { StoredValues } from './stored';

/** Pixels that are no part of the image: those whose stored value lies from..to, both included. */
export interface Padding {
  readonly stored: StoredValues;
  readonly from: number;
  readonly to: number;
}

/** Whether a pixel, by its index, is padding. */
export function isPadding({ stored, from, to }: Padding, index: number): boolean {
  return stored[index]! >= from && stored[index]! <= to;
}

type Read = (dataSet: DataSet, tag: PaddingTag) => number | undefined;
type PaddingTag =
  | typeof tags.PixelPaddingValue
  | typeof tags.PixelPaddingRangeLimit
  | typeof tags.FloatPixelPaddingValue
  | typeof tags.FloatPixelPaddingRangeLimit
  | typeof tags.DoubleFloatPixelPaddingValue
  | typeof tags.DoubleFloatPixelPaddingRangeLimit;

interface Kind {
  readonly value: PaddingTag;
  readonly limit: PaddingTag;
  readonly read: Read;
}

/**
 * The padding of a frame: one stored value, or all from it to a limit (PS3.3 C.7.5.1.1.2, floats C.7.6.24.1 and
 * C.7.6.25.1); null where there is none.
 */
export function paddingOf(dataSet: DataSet, image: ImagePixel, stored: StoredValues): Padding | null {
  const { value, limit, read } = kindOf(image);
  const first = read(dataSet, value);
  if (first === undefined) return null;
  const last = read(dataSet, limit) ?? first;
  return { stored, from: Math.min(first, last), to: Math.max(first, last) };
}

function kindOf({ float, bitsAllocated, signed }: ImagePixel): Kind {
  if (!float)
    return {
      value: tags.PixelPaddingValue,
      limit: tags.PixelPaddingRangeLimit,
      // What it means follows the pixels, whichever of US and SS its writer put.
      read: (dataSet, tag) => (has(dataSet, tag, 2) ? whole(dataSet, tag, signed) : undefined),
    };
  if (bitsAllocated === 64)
    return {
      value: tags.DoubleFloatPixelPaddingValue,
      limit: tags.DoubleFloatPixelPaddingRangeLimit,
      read: (dataSet, tag) => (has(dataSet, tag, 8) ? dataSet.double(tag) : undefined),
    };
  return {
    value: tags.FloatPixelPaddingValue,
    limit: tags.FloatPixelPaddingRangeLimit,
    read: (dataSet, tag) => (has(dataSet, tag, 4) ? dataSet.float(tag) : undefined),
  };
}

function has(dataSet: DataSet, tag: PaddingTag, length: number): boolean {
  return (dataSet.elements[tag]?.length ?? 0) >= length;
}

function whole(dataSet: DataSet, tag: PaddingTag, signed: boolean): number | undefined {
  return signed ? dataSet.int16(tag) : dataSet.uint16(tag);
}
