import load from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import { Codec, silent } from './codec';
import { compressedFrame } from './compressed-frame';
import type { Decoder } from './decoder';
import { checkExpected } from './expected';
import { readJpeg2000Stream, sampleDepthOffset } from './jpeg-2000-stream';

const codec = new Codec(() => load(silent));

/** JPEG 2000, reversible and not (PS3.5 A.4.4, ITU-T T.800). */
export const jpeg2000: Decoder = {
  name: 'JPEG 2000',
  transferSyntaxes: ['1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91'],
  encapsulated: true,
  async decode(frame, image) {
    const stream = readJpeg2000Stream(frame);
    checkExpected(stream, image);
    const shifted = stream.signed && stream.precision <= 8;
    const { bytes } = await codec.decode(
      ({ J2KDecoder }) => new J2KDecoder(),
      shifted ? asUnsigned(frame) : frame,
      () => null,
    );
    if (shifted) shiftBack(bytes, stream.precision);
    const decoded = compressedFrame(bytes, stream.precision, image, false);
    const isRgb = image.samplesPerPixel === 3 && stream.colourTransform;
    return isRgb ? { ...decoded, photometricInterpretation: 'RGB' } : decoded;
  },
};

/**
 * The library cuts negative samples of 8 bits to 0. The same codestream read as unsigned is the same samples with
 * half the range added (T.800 annex G.1), which fits.
 */
function asUnsigned(frame: Buffer): Buffer {
  const copy = Buffer.from(frame);
  copy[sampleDepthOffset]! &= 0x7f;
  return copy;
}

function shiftBack(bytes: Uint8Array, precision: number): void {
  const half = 2 ** (precision - 1);
  for (let i = 0; i < bytes.length; i++) bytes[i]! -= half;
}
