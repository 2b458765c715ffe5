import type { BitReader } from './bits';
import { extended } from './bits';
import type { HuffmanTable } from './huffman';

const lookedUp = 12;
const lengthBits = 8;

/** Reads differences (ITU-T T.81 F.2.2.1 and H.1.2.2), most of them, code and number, by one look into a table. */
export class DifferenceReader {
  /** For the next twelve bits: the difference × 256 + its bits, or 0 where it does not lie within them. */
  private readonly short = new Int32Array(1 << lookedUp);

  constructor(private readonly table: HuffmanTable) {
    for (let bits = 0; bits < this.short.length; bits++) {
      const word = bits << (32 - lookedUp);
      const code = table.lookUp(word);
      const length = (code >>> 8) + bitsOfNumber(code & 255);
      if (code !== 0 && length <= lookedUp)
        this.short[bits] = (differenceOf(word, code) << lengthBits) | length;
    }
  }

  /** @throws Error where there is no such code */
  read(reader: BitReader): number {
    const entry = this.short[reader.peekTwelve()]!;
    if (entry === 0) return this.readLong(reader);
    reader.position += entry & 255;
    return entry >> lengthBits;
  }

  private readLong(reader: BitReader): number {
    const word = reader.peek();
    const code = this.table.decode(word);
    const size = code & 255;
    if (size > 16) throw new Error('a difference of more than 16 bits');
    reader.position += (code >>> 8) + bitsOfNumber(size);
    return differenceOf(word, code);
  }
}

/** Only lossless streams have differences of 16 bits, without bits of their own. */
function bitsOfNumber(size: number): number {
  return size === 16 ? 0 : size;
}

function differenceOf(word: number, code: number): number {
  const [length, size] = [code >>> 8, code & 255];
  if (size === 0) return 0;
  return size === 16 ? 32768 : extended((word << length) >>> (32 - size), size);
}
