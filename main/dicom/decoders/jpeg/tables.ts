import { DifferenceReader } from './differences';
import { word } from './frame';
import { HuffmanTable } from './huffman';

/** The tables that are in force, by their slots. */
export interface Tables {
  readonly steps: (Uint16Array | undefined)[];
  readonly dc: (DifferenceReader | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
}

/**
 * Takes in a segment of Huffman tables (ITU-T T.81 B.2.4.2).
 * @throws Error where it is cut off
 */
export function readHuffmanTables(segment: Uint8Array, { dc, ac }: Tables): void {
  for (let at = 0; at < segment.length;) {
    const [kind, slot] = [segment[at]! >> 4, segment[at]! & 15];
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const values = segment.slice(at + 17, at + 17 + total);
    if (counts.length < 16 || values.length < total) throw new Error('a Huffman table is cut off');
    const table = new HuffmanTable(counts, values);
    if (kind === 0) dc[slot] = new DifferenceReader(table);
    else ac[slot] = table;
    at += 17 + total;
  }
}

/**
 * Takes in a segment of quantization tables (T.81 B.2.4.1), in zigzag order.
 * @throws Error where it is cut off
 */
export function readQuantizationTables(segment: Uint8Array, { steps }: Tables): void {
  for (let at = 0; at < segment.length;) {
    const [wide, slot] = [segment[at]! >> 4 !== 0, segment[at]! & 15];
    const size = wide ? 128 : 64;
    const values = segment.subarray(at + 1, at + 1 + size);
    if (values.length < size) throw new Error('a quantization table is cut off');
    steps[slot] = Uint16Array.from({ length: 64 }, (_, i) => (wide ? word(values, i * 2) : values[i]!));
    at += 1 + size;
  }
}
