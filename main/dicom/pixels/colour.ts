import type { DecodedFrame } from '../decoders/decoder';
import { FileFault } from '../faults';
import type { ImagePixel } from './image-pixel';
import type { StoredValues } from './stored';

/** Where samples are: from a pixel to the next one, and from a sample to the next one of the same pixel. */
interface Strides {
  readonly pixel: number;
  readonly sample: number;
}

type Convert = (bytes: Uint8Array, strides: Strides, out: Uint8ClampedArray) => void;

/** How three samples become red, green and blue, by photometric interpretation (PS3.3 C.7.6.3.1.2). */
const conversions: Readonly<Record<string, Convert>> = {
  RGB: asTheyAre,
  // A codec that has undone the transform of these two says RGB; without a transform they are RGB already.
  YBR_ICT: asTheyAre,
  YBR_RCT: asTheyAre,
  YBR_FULL: fromYbr,
  YBR_FULL_422: fromShared,
};

/**
 * Interleaved RGB, 0..255, of a colour frame; of more than 8 bits the upper eight.
 * @throws FileFault where the photometric interpretation is not a known one
 */
export function toRgb(stored: StoredValues, decoded: DecodedFrame, image: ImagePixel): Uint8ClampedArray {
  const convert = conversions[decoded.photometricInterpretation];
  if (!convert) throw new FileFault(unknown(decoded.photometricInterpretation));
  const pixels = image.rows * image.columns;
  const out = new Uint8ClampedArray(pixels * 3);
  const strides = decoded.planar ? { pixel: 1, sample: pixels } : { pixel: 3, sample: 1 };
  convert(upperEight(stored, image.bitsStored), strides, out);
  return out;
}

function upperEight(stored: StoredValues, bitsStored: number): Uint8Array {
  const shift = Math.max(0, bitsStored - 8);
  if (stored instanceof Uint8Array && shift === 0) return stored;
  const bytes = new Uint8Array(stored.length);
  // Without a sign: 32 bits are as good as eight.
  for (let i = 0; i < bytes.length; i++) bytes[i] = stored[i]! >>> shift;
  return bytes;
}

function asTheyAre(bytes: Uint8Array, { pixel, sample }: Strides, out: Uint8ClampedArray): void {
  for (let from = 0, to = 0; to < out.length; from += pixel, to += 3) {
    out[to] = bytes[from]!;
    out[to + 1] = bytes[from + sample]!;
    out[to + 2] = bytes[from + 2 * sample]!;
  }
}

/** What each value of chroma adds to a colour: the inverse of YBR_FULL's equations (ITU-T T.871 section 7). */
const adds = (factor: number): Float64Array =>
  Float64Array.from({ length: 256 }, (_, chroma) => factor * (chroma - 128));
const [redOfCr, greenOfCb, greenOfCr, blueOfCb] = [1.402, -0.344136, -0.714136, 1.772].map(adds) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

function fromYbr(bytes: Uint8Array, { pixel, sample }: Strides, out: Uint8ClampedArray): void {
  for (let from = 0, to = 0; to < out.length; from += pixel, to += 3) {
    const [y, cb, cr] = [bytes[from]!, bytes[from + sample]!, bytes[from + 2 * sample]!];
    out[to] = y + redOfCr[cr]!;
    out[to + 1] = y + greenOfCb[cb]! + greenOfCr[cr]!;
    out[to + 2] = y + blueOfCb[cb]!;
  }
}

/** Two pixels with a luminance each and the chroma of both: Y, Y, Cb, Cr. */
function fromShared(bytes: Uint8Array, _: Strides, out: Uint8ClampedArray): void {
  const apart = new Uint8Array(out.length);
  for (let pixel = 0, to = 0; to < apart.length; pixel++, to += 3) {
    const pair = (pixel >> 1) * 4;
    apart[to] = bytes[pair + (pixel & 1)]!;
    apart[to + 1] = bytes[pair + 2]!;
    apart[to + 2] = bytes[pair + 3]!;
  }
  fromYbr(apart, { pixel: 3, sample: 1 }, out);
}

export function unknown(photometricInterpretation: string): string {
  return (
    `has the photometric interpretation "${photometricInterpretation}", which cannot be shown; ` +
    'export it again as greyscale or RGB.'
  );
}
