const lookedUp = 10;

/** A Huffman table, made ready for decoding (ITU-T T.81 annex C and F.2.2.3). */
export class HuffmanTable {
  /** For the next ten bits: the code's length × 256 + its value, or 0 where the code is longer. */
  private readonly short = new Uint16Array(1 << lookedUp);
  /** Largest code of each length, its bits at the top of 32, exclusive. */
  private readonly ends = new Float64Array(17);
  /** Index of a length's first value, less its first code. */
  private readonly offsets = new Int32Array(17);

  /**
   * @param counts of codes of 1 to 16 bits (BITS)
   * @param values in the order of their codes (HUFFVAL)
   * @throws Error where there are more codes than their bits can tell apart
   */
  constructor(
    counts: Uint8Array,
    private readonly values: Uint8Array,
  ) {
    for (let length = 1, code = 0, first = 0; length <= 16; length++, code <<= 1) {
      const count = counts[length - 1]!;
      this.offsets[length] = first - code;
      for (let i = 0; i < count; i++) this.remember(code + i, length, values[first + i]!);
      code += count;
      first += count;
      if (code > 1 << length) throw new Error('a Huffman table has too many codes');
      this.ends[length] = code * 2 ** (32 - length);
    }
  }

  /**
   * The code that 32 bits begin with.
   * @returns its length × 256 + its value
   * @throws Error where there is no such code
   */
  decode(word: number): number {
    const entry = this.short[word >>> (32 - lookedUp)]!;
    return entry === 0 ? this.decodeLong(word) : entry;
  }

  /** As decode, but 0 where the code is longer than ten bits or there is none. */
  lookUp(word: number): number {
    return this.short[word >>> (32 - lookedUp)]!;
  }

  private remember(code: number, length: number, value: number): void {
    if (length > lookedUp) return;
    const free = lookedUp - length;
    this.short.fill((length << 8) | value, code << free, (code + 1) << free);
  }

  private decodeLong(word: number): number {
    const bits = word >>> 0;
    for (let length = lookedUp + 1; length <= 16; length++)
      if (bits < this.ends[length]!) {
        const value = this.values[this.offsets[length]! + (bits >>> (32 - length))];
        if (value !== undefined) return (length << 8) | value;
      }
    throw new Error('a code is not in its Huffman table');
  }
}
