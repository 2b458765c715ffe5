import { readHeader } from '../header';
import type { DecodedSlice } from '../pixels/slice';
import { readPixels } from '../pixels/slice';
import { bufferSource } from '../source';
import type { ImageOptions } from './image';
import { imageElements, samplesOf } from './image';
import type { Elements } from './write';
import { writeDicom } from './write';

/** The pixels of a frame (from 1) of a generated file, as the reader gives them. */
export async function pixelsOf(
  options: ImageOptions,
  more: Elements = {},
  frame = 1,
  syntax?: string,
): Promise<DecodedSlice> {
  const file = writeDicom(imageElements(options, more), syntax);
  return readPixels(await readHeader(bufferSource(file)), frame);
}

/** An image of one row of grey values. */
export const grey = (
  values: number[],
  bits: 8 | 16 | 32,
  more: Partial<ImageOptions> = {},
): ImageOptions => ({
  rows: 1,
  columns: values.length,
  bitsAllocated: bits,
  pixels: samplesOf(values, bits),
  ...more,
});
