import { messageOf } from '../../process/errors';
import { decoderFor } from '../decoders/index';
import type { DecodedFrame, Decoder } from '../decoders/decoder';
import { unpackBits } from '../decoders/one-bit';
import { undefinedLength } from '../elements';
import { FileFault } from '../faults';
import type { Header } from '../header';
import type { Source } from '../source';
import { asWritten, cutOff, nativeFrameBits, tooShort } from './extent';
import { readEncapsulatedFrame } from './fragments';
import type { ImagePixel } from './image-pixel';
import type { PixelDataElement } from './pixel-data';
import { findPixelData } from './pixel-data';

/**
 * The stored samples of one frame.
 * @param frame from 1
 * @throws FileFault where the frame is not there, cut off, or cannot be decoded
 */
export async function decodeFrame(header: Header, image: ImagePixel, frame: number): Promise<DecodedFrame> {
  if (!Number.isInteger(frame) || frame < 1 || frame > image.numberOfFrames)
    throw new FileFault(`has no frame ${frame}; it has ${image.numberOfFrames}.`);
  const decoder = decoderFor(header.transferSyntaxUid);
  const element = await findPixelData(header);
  const isEncapsulated = element.length === undefinedLength;
  if (isEncapsulated !== decoder.encapsulated)
    throw new FileFault('holds pixel data that does not fit its transfer syntax; ask for a new copy.');
  const written = isEncapsulated ? image : asWritten(image, element.length);
  const bytes = isEncapsulated
    ? await readEncapsulatedFrame(header.source, element, frame, image.numberOfFrames)
    : await readNativeFrame(header, element, written, frame);
  return checked(await decodeWith(decoder, bytes, written), image, decoder);
}

async function readNativeFrame(
  { source, encoding }: Header,
  element: PixelDataElement,
  image: ImagePixel,
  frame: number,
): Promise<Buffer> {
  const bits = nativeFrameBits(image);
  const end = Math.ceil((frame * bits) / 8);
  if (end > element.length) throw new FileFault(tooShort(element.length, end));
  const first = Math.floor(((frame - 1) * bits) / 8);
  const inBigEndianWords = element.vr === 'OW' && !encoding.littleEndian;
  if (inBigEndianWords && image.bitsAllocated === 32) throw new FileFault(unknownOrder);
  // Words of OW hold two bytes, or sixteen bits, the other way round in big endian (PS3.5 8.1.1 and A.3).
  const bytes =
    inBigEndianWords && image.bitsAllocated < 16
      ? await readWords(source, element.valueStart, first, end)
      : await source.read(element.valueStart + first, end - first);
  if (bytes.length < end - first) throw new FileFault(cutOff);
  return image.bitsAllocated === 1 ? unpackBits(bytes, ((frame - 1) * bits) % 8, bits) : bytes;
}

const unknownOrder =
  'holds 32-bit pixels as big-endian words, which some writers put in one order and some in the other; ' +
  'export it again in little endian.';

/** Bytes between two offsets of a value that is written in big-endian words. */
async function readWords(source: Source, start: number, first: number, end: number): Promise<Buffer> {
  const even = first & ~1;
  const words = await source.read(start + even, ((end + 1) & ~1) - even);
  const whole = Buffer.from(words.subarray(0, words.length & ~1));
  return whole.swap16().subarray(first - even, end - even);
}

async function decodeWith(decoder: Decoder, bytes: Buffer, image: ImagePixel): Promise<DecodedFrame> {
  try {
    return await decoder.decode(bytes, image);
  } catch (thrown) {
    if (thrown instanceof FileFault) throw thrown;
    const why = `${decoder.name}: ${messageOf(thrown)}`;
    throw new FileFault(`could not be decoded (${why}); the file is damaged, ask for a new copy.`, {
      cause: thrown,
    });
  }
}

/** Codecs hand back short arrays for damaged input without a word. */
function checked(decoded: DecodedFrame, image: ImagePixel, decoder: Decoder): DecodedFrame {
  const samples = decoded.photometricInterpretation === 'YBR_FULL_422' ? 2 : image.samplesPerPixel;
  const needed = image.rows * image.columns * samples * decoded.bytesPerSample;
  if (decoded.bytes.length !== needed)
    throw new FileFault(
      `could not be decoded (${decoder.name} gave ${decoded.bytes.length} bytes where ${needed} are needed); ` +
        'the file is damaged, ask for a new copy.',
    );
  return decoded;
}
