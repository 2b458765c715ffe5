/**
 * One byte a pixel of pixels that are one bit each, the first in the lowest bit (PS3.5 8.1.1).
 * @param firstBit of the first byte, where frames follow each other without a gap
 * @param count of pixels
 */
export function unpackBits(bytes: Uint8Array, firstBit: number, count: number): Buffer {
  const out = Buffer.allocUnsafe(count);
  for (let i = 0, bit = firstBit; i < count; i++, bit++) out[i] = (bytes[bit >> 3]! >> (bit & 7)) & 1;
  return out;
}
