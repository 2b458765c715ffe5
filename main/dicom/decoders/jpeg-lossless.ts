import { Decoder as LosslessDecoder } from '@cornerstonejs/jpeg-lossless-decoder-js';
import { compressedFrame } from './compressed-frame';
import type { Decoder } from './decoder';
import { checkExpected } from './expected';
import { checkJpegComplete, readJpegStream } from './jpeg-stream';

const lossless = 0xc3;

/** JPEG lossless, process 14, with any predictor and with the first (PS3.5 A.4.2, ITU-T T.81 annex H). */
export const jpegLossless: Decoder = {
  name: 'JPEG lossless',
  transferSyntaxes: ['1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70'],
  encapsulated: true,
  decode(frame, image) {
    const stream = readJpegStream(frame);
    if (stream.startOfFrame !== lossless) throw new Error('the stream is not lossless JPEG');
    checkExpected(stream, image);
    checkJpegComplete(frame);
    const copy = new Uint8Array(frame).buffer;
    const samples = new ExactDecoder().decode(copy);
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
    return compressedFrame(bytes, stream.precision, image, false);
  },
};

/** Predictor 7 is (Ra + Rb) / 2 without its fraction (T.81 table H.1), which the library leaves in. */
class ExactDecoder extends LosslessDecoder {
  override select7(component?: number): number {
    return (this.getPreviousX(component) + this.getPreviousY(component)) >> 1;
  }
}
