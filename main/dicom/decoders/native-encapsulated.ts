import { nativeFrameBits } from '../pixels/extent';
import type { ImagePixel } from '../pixels/image-pixel';
import type { DecodedFrame, Decoder } from './decoder';
import { nativeFrame } from './native';
import { unpackBits } from './one-bit';

/** Uncompressed pixels, each frame in a fragment of its own (PS3.5 annex A). */
export const nativeEncapsulated: Decoder = {
  name: 'uncompressed, encapsulated',
  transferSyntaxes: ['1.2.840.10008.1.2.1.98'],
  encapsulated: true,
  decode: encapsulatedFrame,
};

/**
 * The frame of bytes that are as they are without compression, but for a byte that makes their number even.
 * @throws Error where there are fewer or more of them
 */
export function encapsulatedFrame(bytes: Uint8Array, image: ImagePixel): DecodedFrame {
  const bits = nativeFrameBits(image);
  const needed = Math.ceil(bits / 8);
  if (bytes.length !== needed && bytes.length !== needed + (needed % 2))
    throw new Error(`${bytes.length} bytes where ${needed} are needed`);
  const own = bytes.subarray(0, needed);
  return nativeFrame(image.bitsAllocated === 1 ? unpackBits(own, 0, bits) : own, image);
}
