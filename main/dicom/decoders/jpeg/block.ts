import type { BitReader } from './bits';
import { extended } from './bits';
import type { HuffmanTable } from './huffman';

/** Place in a block, row by row, of each coefficient in zigzag order (ITU-T T.81 figure A.6). */
const natural = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5],
  ...[12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28],
  ...[35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51],
  ...[58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
);

/**
 * Reads a block's DC coefficient (T.81 F.2.2.1).
 * @returns its difference from the one before
 */
export function readDifference(reader: BitReader, table: HuffmanTable): number {
  const word = reader.peek();
  const code = table.decode(word);
  const [length, size] = [code >>> 8, code & 255];
  if (size > 16) throw new Error('a difference of more than 16 bits');
  reader.position += length + (size === 16 ? 0 : size);
  if (size === 0) return 0;
  // Only lossless streams have 16, without bits of its own (T.81 H.1.2.2).
  if (size === 16) return 32768;
  return extended((word << length) >>> (32 - size), size);
}

/**
 * Reads a block's other coefficients (T.81 F.2.2.2) and puts them, dequantized, in their places.
 * @param block 64 zeros, but for the first
 */
export function readCoefficients(
  reader: BitReader,
  table: HuffmanTable,
  steps: Uint16Array,
  block: Int32Array,
): void {
  for (let k = 1; k < 64; k++) {
    const word = reader.peek();
    const code = table.decode(word);
    const length = code >>> 8;
    const run = (code >>> 4) & 15;
    const size = code & 15;
    reader.position += length + size;
    if (size === 0) {
      if (run !== 15) return;
      k += 15;
      continue;
    }
    k += run;
    if (k > 63) throw new Error('a block has more than 64 coefficients');
    block[natural[k]!] = Math.imul(extended((word << length) >>> (32 - size), size), steps[k]!);
  }
}
