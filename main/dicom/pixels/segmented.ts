import type { Descriptor, LookupTable } from './lookup-table';
import { words } from './lookup-table';

type Numbers = Uint8Array | Uint16Array;

const discrete = 0;
const linear = 1;
const indirect = 2;

/**
 * Entries of a segmented palette (PS3.3 C.7.9.2): discrete, linear and indirect segments, of bytes where entries have
 * 8 bits, else of words; null where the segments are damaged or do not give as many entries as the descriptor says.
 */
export function segmentedEntries(descriptor: Descriptor, data: Buffer): LookupTable['entries'] | null {
  const wide = descriptor.bits > 8;
  const source = wide ? words(data, data.length >> 1) : data;
  const expansion = new Expansion(
    source,
    wide ? new Uint16Array(descriptor.count) : new Uint8Array(descriptor.count),
  );
  return expansion.all();
}

/** The work of expanding one table. */
class Expansion {
  private filled = 0;

  /**
   * @param source the segments
   * @param out the entries, to be filled
   */
  constructor(
    private readonly source: Numbers,
    private readonly out: Numbers,
  ) {}

  all(): Numbers | null {
    let position: number | null = 0;
    while (position !== null && this.filled < this.out.length) position = this.segment(position, true);
    return position === null ? null : this.out;
  }

  /** Expands one segment; answers where the next one begins, or null where this one is damaged. */
  private segment(position: number, mayBeIndirect: boolean): number | null {
    const [operation, length] = [this.source[position], this.source[position + 1]];
    // A segment without a length would never end the table.
    if (!length) return null;
    if (operation === discrete) return this.discrete(position + 2, length);
    if (operation === linear) return this.linear(position + 2, length);
    return operation === indirect && mayBeIndirect ? this.indirect(position + 2, length) : null;
  }

  private discrete(position: number, length: number): number | null {
    const end = position + length;
    if (end > this.source.length || this.filled + length > this.out.length) return null;
    this.out.set(this.source.subarray(position, end), this.filled);
    this.filled += length;
    return end;
  }

  /** From the last entry, which is there already, to the one that the segment names. */
  private linear(position: number, length: number): number | null {
    const [from, to] = [this.out[this.filled - 1], this.source[position]];
    if (from === undefined || to === undefined || this.filled + length > this.out.length) return null;
    for (let i = 1; i <= length; i++) this.out[this.filled++] = Math.round(from + ((to - from) * i) / length);
    return position + 1;
  }

  /** Segments from elsewhere, as many as `count`, at an offset in bytes that is written low part first. */
  private indirect(position: number, count: number): number | null {
    const size = this.source.BYTES_PER_ELEMENT;
    const end = position + 4 / size;
    if (end > this.source.length) return null;
    let offset = 0;
    for (let i = end - 1; i >= position; i--) offset = offset * 256 ** size + this.source[i]!;
    let next: number | null = offset / size;
    for (let i = 0; i < count && next !== null; i++) next = this.segment(next, false);
    return next === null ? null : end;
  }
}
