import type { ImagePixel } from '../pixels/image-pixel';
import { compressedFrame } from './compressed-frame';
import type { DecodedFrame } from './decoder';
import type { Jpeg2000Stream } from './jpeg-2000-stream';
import { saidUnsigned } from './jpeg-2000-stream';

/**
 * The frame of a JPEG 2000 codestream, whichever library decodes it. The libraries cut negative samples of 8 bits
 * to 0. The same codestream read as unsigned is the same samples with half the range added (T.800 annex G.1),
 * which fits.
 * @param decode interleaved samples of the codestream, a byte each up to 8 bits and two beyond
 */
export async function jpeg2000Frame(
  frame: Buffer,
  stream: Jpeg2000Stream,
  image: ImagePixel,
  decode: (codestream: Buffer) => Promise<Uint8Array>,
): Promise<DecodedFrame> {
  const shifted = stream.signed && stream.precision <= 8;
  const bytes = await decode(shifted ? saidUnsigned(frame, stream) : frame);
  if (shifted) shiftBack(bytes, stream.precision);
  const decoded = compressedFrame(bytes, stream.precision, image, false);
  const isRgb = image.samplesPerPixel === 3 && stream.colourTransform;
  return isRgb ? { ...decoded, photometricInterpretation: 'RGB' } : decoded;
}

function shiftBack(bytes: Uint8Array, precision: number): void {
  const half = 2 ** (precision - 1);
  for (let i = 0; i < bytes.length; i++) bytes[i]! -= half;
}
