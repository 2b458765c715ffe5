import { readHeader } from '../header';
import type { DecodedSlice } from '../pixels/slice';
import { readPixels } from '../pixels/slice';
import { bufferSource } from '../source';
import type { ImageOptions } from './image';
import { imageElements, samplesOf } from './image';
import type { Elements } from './write';
import { writeDicom } from './write';

/** A frame of a file that is written for it, with more elements or others in place of those of the image. */
export async function sliceOf(
  options: ImageOptions,
  more: Elements = {},
  { frame = 1, syntax }: { readonly frame?: number; readonly syntax?: string } = {},
): Promise<DecodedSlice> {
  const file = writeDicom(imageElements(options, more), syntax);
  return readPixels(await readHeader(bufferSource(file)), frame);
}

/** One row of grey pixels. */
export function greyRow(
  values: readonly number[],
  bits: 8 | 16 | 32,
  more: Partial<ImageOptions> = {},
): ImageOptions {
  return {
    rows: 1,
    columns: values.length,
    bitsAllocated: bits,
    pixels: samplesOf(values, bits, more.littleEndian),
    ...more,
  };
}
