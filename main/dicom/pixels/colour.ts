import type { DecodedFrame } from '../decoders/decoder';
import { FileFault } from '../faults';
import type { ImagePixel } from './image-pixel';
import type { StoredValues } from './stored';

type Convert = (out: Uint8ClampedArray, at: number, a: number, b: number, c: number) => void;

/** How three samples become red, green and blue, by photometric interpretation (PS3.3 C.7.6.3.1.2). */
const conversions: Readonly<Record<string, Convert>> = {
  RGB: (out, at, r, g, b) => set(out, at, r, g, b),
  // A codec that has undone the transform of these two says RGB; without a transform they are RGB already.
  YBR_ICT: (out, at, r, g, b) => set(out, at, r, g, b),
  YBR_RCT: (out, at, r, g, b) => set(out, at, r, g, b),
  YBR_FULL: fromYbr,
  YBR_FULL_422: fromYbr,
};

/**
 * Interleaved RGB, 0..255, of a colour frame; of more than 8 bits the upper eight.
 * @throws FileFault where the photometric interpretation is not a known one
 */
export function toRgb(stored: StoredValues, decoded: DecodedFrame, image: ImagePixel): Uint8ClampedArray {
  const { photometricInterpretation, planar } = decoded;
  const convert = conversions[photometricInterpretation];
  if (!convert) throw new FileFault(unknown(photometricInterpretation));
  const pixels = image.rows * image.columns;
  const bytes = upperEight(stored, image.bitsStored);
  if (photometricInterpretation === 'YBR_FULL_422') return fromShared(bytes, pixels);
  const [next, other] = planar ? [1, pixels] : [3, 1];
  const out = new Uint8ClampedArray(pixels * 3);
  for (let from = 0, to = 0; to < out.length; from += next, to += 3)
    convert(out, to, bytes[from]!, bytes[from + other]!, bytes[from + 2 * other]!);
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

/** Two pixels with a luminance each and the chroma of both: Y, Y, Cb, Cr. */
function fromShared(bytes: Uint8Array, pixels: number): Uint8ClampedArray {
  const out = new Uint8ClampedArray(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const pair = (pixel >> 1) * 4;
    fromYbr(out, pixel * 3, bytes[pair + (pixel & 1)]!, bytes[pair + 2]!, bytes[pair + 3]!);
  }
  return out;
}

/** The inverse of PS3.3 C.7.6.3.1.2's YBR_FULL equations (ITU-T T.871 section 7). */
function fromYbr(out: Uint8ClampedArray, at: number, y: number, cb: number, cr: number): void {
  set(
    out,
    at,
    y + 1.402 * (cr - 128),
    y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128),
    y + 1.772 * (cb - 128),
  );
}

function set(out: Uint8ClampedArray, at: number, r: number, g: number, b: number): void {
  out[at] = r;
  out[at + 1] = g;
  out[at + 2] = b;
}

export function unknown(photometricInterpretation: string): string {
  return (
    `has the photometric interpretation "${photometricInterpretation}", which cannot be shown; ` +
    'export it again as greyscale or RGB.'
  );
}
