import load from '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs';
import { FileFault } from '../faults';
import { lossyJpegSyntaxes } from '../transfer-syntax';
import type { ImagePixel } from '../pixels/image-pixel';
import { Codec, silent } from './codec';
import { compressedFrame } from './compressed-frame';
import type { DecodedFrame, Decoder } from './decoder';
import { checkExpected } from './expected';
import type { JpegStream } from './jpeg-stream';
import { checkJpegComplete, readJpegStream } from './jpeg-stream';
import { decodeTwelveBits } from './jpeg/twelve-bits';

const codec = new Codec(() => load(silent()));
const startOfImageLength = 2;

const sequential = [0xc0, 0xc1];

/** JPEG of 8 bits a sample, and extended sequential of 12 (PS3.5 A.4.1). */
export const jpegBaseline: Decoder = {
  name: 'JPEG',
  transferSyntaxes: lossyJpegSyntaxes,
  encapsulated: true,
  async decode(frame, image) {
    const stream = readJpegStream(frame);
    checkExpected(stream, image);
    if (stream.precision === 12) return twelveBits(frame, stream, image);
    if (stream.precision !== 8) throw new Error(`${stream.precision} bits a sample`);
    const isRgb = image.photometricInterpretation === 'RGB';
    const bytes = await decodeJpeg(frame, stream, isRgb);
    return frameOf(bytes, 8, image);
  },
};

function twelveBits(frame: Buffer, stream: JpegStream, image: ImagePixel): DecodedFrame {
  if (!sequential.includes(stream.startOfFrame))
    throw new FileFault(
      'is progressive or arithmetic JPEG of 12 bits, which cannot be read here; export it again uncompressed.',
    );
  const isYcc = image.photometricInterpretation !== 'RGB';
  const samples = decodeTwelveBits(frame, isYcc);
  return frameOf(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), 12, image);
}

/** Colour has become RGB on the way. */
function frameOf(bytes: Uint8Array, precision: number, image: ImagePixel): DecodedFrame {
  const frame = compressedFrame(bytes, precision, image, false);
  return image.samplesPerPixel === 3 ? { ...frame, photometricInterpretation: 'RGB' } : frame;
}

/**
 * Samples of an 8-bit JPEG of 1 or 3 components, interleaved; colour comes out as RGB.
 * @param assumeRgb the components are RGB where the stream itself does not name a colour space
 */
export async function decodeJpeg(
  bytes: Uint8Array,
  stream: JpegStream,
  assumeRgb: boolean,
): Promise<Uint8Array> {
  checkJpegComplete(bytes);
  const marked =
    stream.components === 3 && assumeRgb && !stream.namesColourSpace ? withRgbMarker(bytes) : bytes;
  const decoded = await codec.decode(
    ({ JPEGDecoder }) => new JPEGDecoder(),
    marked,
    (decoder) => decoder.getFrameInfo(),
  );
  const { width, height, componentCount } = decoded.info;
  if (decoded.bytes.length !== width * height * componentCount) throw new Error('the image is cut off');
  return decoded.bytes;
}

/** Puts in the Adobe marker with transform 0, as the library takes three unnamed components for YCbCr. */
function withRgbMarker(bytes: Uint8Array): Uint8Array {
  const adobe = Uint8Array.of(
    ...[0xff, 0xee, 0, 14],
    ...Buffer.from('Adobe', 'latin1'),
    ...[0, 100, 0, 0, 0, 0, 0],
  );
  return Buffer.concat([bytes.subarray(0, startOfImageLength), adobe, bytes.subarray(startOfImageLength)]);
}
