/** The coded data between two markers that are not restarts. */
export interface EntropyCoded {
  /** One for each restart interval, without stuffed zeros (ITU-T T.81 F.1.2.3). */
  readonly intervals: readonly Uint8Array[];
  /** Offset of the marker that ends it. */
  readonly end: number;
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/**
 * Takes apart the coded data of a scan.
 * @param start offset of its first byte
 * @throws Error where no marker ends it, or restart markers are out of order
 */
export function readEntropyCoded(bytes: Uint8Array, start: number): EntropyCoded {
  const intervals: Uint8Array[] = [];
  for (let from = start; ;) {
    const { data, end } = unstuffed(bytes, from);
    intervals.push(data);
    const marker = bytes[end + 1]!;
    if (!isRestart(marker)) return { intervals, end };
    if ((marker & 7) !== (intervals.length - 1) % 8) throw new Error('restart markers out of order');
    from = end + 2;
  }
}

/** The bytes up to the next marker, with the zero after each coded 0xFF left out. */
function unstuffed(bytes: Uint8Array, start: number): { data: Uint8Array; end: number } {
  const data = new Uint8Array(bytes.length - start);
  let length = 0;
  for (let from = start; ;) {
    const at = bytes.indexOf(0xff, from);
    if (at < 0 || at + 1 >= bytes.length) throw new Error('no marker after the coded data');
    const next = bytes[at + 1]!;
    const stop = next === 0 ? at + 1 : at;
    data.set(bytes.subarray(from, stop), length);
    length += stop - from;
    if (next !== 0 && next !== 0xff) return { data: data.subarray(0, length), end: at };
    from = next === 0 ? at + 2 : at + 1;
  }
}
