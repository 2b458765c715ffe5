import load from '@cornerstonejs/codec-charls/decodewasmjs';
import type { Charls } from '@cornerstonejs/codec-charls/decodewasmjs';
import { Codec, silent } from './codec';
import { compressedFrame } from './compressed-frame';
import type { Decoder } from './decoder';
import { checkExpected } from './expected';
import { checkJpegComplete, readJpegStream } from './jpeg-stream';

const codec = new Codec(() => load(silent()));
const planeByPlane = 0;

/** JPEG-LS, lossless and near-lossless (PS3.5 A.4.3, ITU-T T.87). */
export const jpegLs: Decoder = {
  name: 'JPEG-LS',
  transferSyntaxes: ['1.2.840.10008.1.2.4.80', '1.2.840.10008.1.2.4.81'],
  encapsulated: true,
  async decode(frame, image) {
    checkExpected(readJpegStream(frame), image);
    checkJpegComplete(frame);
    const { bytes, info } = await codec.decode(
      ({ JpegLSDecoder }) => new JpegLSDecoder(),
      frame,
      (decoder) => ({ ...decoder.getFrameInfo(), interleaveMode: decoder.getInterleaveMode() }),
      explain,
    );
    const planar = image.samplesPerPixel === 3 && info.interleaveMode === planeByPlane;
    return compressedFrame(bytes, info.bitsPerSample, image, planar);
  },
};

/** The library throws the address of its exception. */
function explain({ getExceptionMessage }: Charls, thrown: unknown): unknown {
  return typeof thrown === 'number' ? new Error(getExceptionMessage(thrown), { cause: thrown }) : thrown;
}
