/** Reads an entropy-coded segment bit by bit, the highest bit of each byte first (ITU-T T.81 F.2.2.5). */
export class BitReader {
  /** Bits that have been taken. */
  position = 0;

  /** @param data with its stuffed zeros taken out */
  constructor(private readonly data: Uint8Array) {}

  /** The next 32 bits; zeros beyond the end, which `checkWithin` finds out. */
  peek(): number {
    const { data, position } = this;
    const at = position >>> 3;
    const used = position & 7;
    const word = (data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!;
    return (word << used) | (data[at + 4]! >>> (8 - used));
  }

  /** The next 12 bits: one look into a small table. */
  peekTwelve(): number {
    const { data, position } = this;
    const at = position >>> 3;
    const word = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
    return (word >>> (12 - (position & 7))) & 4095;
  }

  /**
   * Checks that the coded data ends where the last sample does: data that is damaged on the way hardly ever does.
   * @throws Error where anything but filling follows
   */
  checkFinished(): void {
    this.checkWithin();
    const rest = this.data.subarray((this.position + 7) >>> 3);
    if (!rest.every((byte) => byte === 0 || byte === 0xff)) throw new Error('the coded data goes on');
  }

  /** @throws Error where more bits have been taken than there are */
  checkWithin(): void {
    if (this.position > this.data.length * 8) throw new Error('the coded data ends early');
  }
}

/** A number of the given count of bits as the difference that it stands for (EXTEND, T.81 figure F.12). */
export function extended(bits: number, count: number): number {
  return bits < 1 << (count - 1) ? bits - (1 << count) + 1 : bits;
}
