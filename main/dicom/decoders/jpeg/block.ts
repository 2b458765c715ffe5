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
