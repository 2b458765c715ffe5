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
  const data = new Uint8Array(bytes.length - start);
  const intervals: Uint8Array[] = [];
  let first = 0;
  for (let from = start, length = 0; ;) {
    const at = bytes.indexOf(0xff, from);
    const marker = at < 0 ? undefined : bytes[at + 1];
    if (marker === undefined) throw new Error('no marker after the coded data');
    // A coded 0xFF has a zero after it, which is left out.
    const stop = marker === 0 ? at + 1 : at;
    data.set(bytes.subarray(from, stop), length);
    length += stop - from;
    from = marker === 0xff ? at + 1 : at + 2;
    if (marker === 0 || marker === 0xff) continue;
    intervals.push(data.subarray(first, length));
    first = length;
    if (!isRestart(marker)) return { intervals, end: at };
    if ((marker & 7) !== (intervals.length - 1) % 8) throw new Error('restart markers out of order');
  }
}
