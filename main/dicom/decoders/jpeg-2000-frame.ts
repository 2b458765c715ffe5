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
  codestream: Buffer,
  stream: Jpeg2000Stream,
  image: ImagePixel,
  decode: (codestream: Buffer) => Promise<Uint8Array>,
): Promise<DecodedFrame> {
  const decoded =
    stream.signed && stream.precision <= 8
      ? signedBytes(await decode(saidUnsigned(codestream, stream)), stream.precision, image)
      : compressedFrame(await decode(codestream), stream.precision, image, false);
  const isRgb = image.samplesPerPixel === 3 && stream.colourTransform;
  return isRgb ? { ...decoded, photometricInterpretation: 'RGB' } : decoded;
}

/** Signed samples of up to 8 bits, with their sign in all the bits that the header stores. */
function signedBytes(shifted: Uint8Array, precision: number, image: ImagePixel): DecodedFrame {
  const half = 2 ** (precision - 1);
  const values = image.bitsStored > 8 ? new Int16Array(shifted.length) : new Int8Array(shifted.length);
  for (let i = 0; i < shifted.length; i++) values[i] = shifted[i]! - half;
  return compressedFrame(new Uint8Array(values.buffer), values.BYTES_PER_ELEMENT * 8, image, false);
}
