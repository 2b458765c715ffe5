import { transferSyntax } from '../transfer-syntax';
import type { Decoder } from './decoder';
import { nativeFrame } from './native';

/** Uncompressed pixels, big endian (PS3.5 A.3, retired in 2006 and still in archives). */
export const nativeBigEndian: Decoder = {
  name: 'uncompressed, big endian',
  transferSyntaxes: [transferSyntax.explicitBigEndian],
  encapsulated: false,
  decode: (frame, image) => nativeFrame(swapped(frame, image.bitsAllocated), image),
};

function swapped(frame: Buffer, bitsAllocated: number): Buffer {
  const bytes = Buffer.from(frame);
  if (bitsAllocated === 16) return bytes.swap16();
  if (bitsAllocated === 32) return bytes.swap32();
  if (bitsAllocated === 64) return bytes.swap64();
  return bytes;
}
