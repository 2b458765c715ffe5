import type { DecodedFrame } from '../decoders/decoder';
import type { ImagePixel } from './image-pixel';

/** Stored values of one frame, sample by sample. */
export type StoredValues = WholeValues | Float32Array | Float64Array;
export type WholeValues = Uint8Array | Int16Array | Uint16Array | Int32Array;

/** Samples of a decoded frame with their unused bits dropped and their sign put right (PS3.5 8.1.1). */
export function storedValues(decoded: DecodedFrame, image: ImagePixel): StoredValues {
  if (image.float) return floats(decoded);
  const plain = decoded.bytesPerSample === 1 && image.bitsStored >= 8 && !image.signed;
  return plain ? decoded.bytes : integers(decoded, image);
}

function floats({ bytes, bytesPerSample }: DecodedFrame): Float32Array | Float64Array {
  const { buffer } = new Uint8Array(bytes);
  return bytesPerSample === 8 ? new Float64Array(buffer) : new Float32Array(buffer);
}

function integers(decoded: DecodedFrame, image: ImagePixel): WholeValues | Float64Array {
  const words = wordsOf(decoded);
  const { bitsStored, signed } = image;
  if (bitsStored === 32 && !signed) return Float64Array.from(words);
  if (words instanceof Uint16Array && bitsStored === 16 && decoded.highBit === 15)
    return signed ? new Int16Array(words.buffer, words.byteOffset, words.length) : words;
  const Kind = bitsStored > 16 ? Int32Array : signed ? Int16Array : Uint16Array;
  const values = new Kind(words.length);
  const left = 31 - decoded.highBit;
  const right = 32 - bitsStored;
  // Left until the highest stored bit is bit 31, then right with or without its sign.
  if (signed) for (let i = 0; i < words.length; i++) values[i] = (words[i]! << left) >> right;
  else for (let i = 0; i < words.length; i++) values[i] = (words[i]! << left) >>> right;
  return values;
}

/** Samples as they lie in memory, their unused bits included. */
export function wordsOf({ bytes, bytesPerSample }: DecodedFrame): Uint8Array | Uint16Array | Uint32Array {
  if (bytesPerSample === 1) return bytes;
  const { buffer, byteOffset } = bytes.byteOffset % bytesPerSample === 0 ? bytes : new Uint8Array(bytes);
  const length = Math.floor(bytes.length / bytesPerSample);
  return bytesPerSample === 2
    ? new Uint16Array(buffer, byteOffset, length)
    : new Uint32Array(buffer, byteOffset, length);
}
