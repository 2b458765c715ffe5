import { compressedFrame } from './compressed-frame';
import type { Decoder } from './decoder';
import { checkExpected } from './expected';
import { readJpegStream } from './jpeg-stream';
import { decodeLossless } from './jpeg/lossless';

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
    const samples = decodeLossless(frame);
    const bytes = stream.precision <= 8 ? new Uint8Array(samples) : new Uint8Array(samples.buffer);
    return compressedFrame(bytes, stream.precision, image, false);
  },
};
