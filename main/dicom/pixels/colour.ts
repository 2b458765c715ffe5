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
 * Interleaved RGB, 0..255, of a colour frame.
 * @throws FileFault where the photometric interpretation is not a known one
 */
export function toRgb(stored: StoredValues, decoded: DecodedFrame, image: ImagePixel): Uint8ClampedArray {
  const convert = conversions[decoded.photometricInterpretation];
  if (!convert) throw new FileFault(unknown(decoded.photometricInterpretation));
  const pixels = image.rows * image.columns;
  const shift = Math.max(0, image.bitsStored - 8);
  const at = indexing(decoded, pixels);
  const out = new Uint8ClampedArray(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++)
    convert(
      out,
      pixel * 3,
      stored[at(pixel, 0)]! >>> shift,
      stored[at(pixel, 1)]! >>> shift,
      stored[at(pixel, 2)]! >>> shift,
    );
  return out;
}

/** Where a pixel's sample is: interleaved, plane by plane, or with chroma shared by two pixels. */
function indexing(decoded: DecodedFrame, pixels: number): (pixel: number, sample: number) => number {
  if (decoded.photometricInterpretation === 'YBR_FULL_422')
    return (pixel, sample) => (pixel >> 1) * 4 + (sample === 0 ? pixel & 1 : sample + 1);
  return decoded.planar ? (pixel, sample) => sample * pixels + pixel : (pixel, sample) => pixel * 3 + sample;
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
