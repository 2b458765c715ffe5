import type { Attention } from './attention';

export interface Rank {
  /** The K-th largest value of the map over what the model saw. */
  readonly value: number;
  /** How many pixels are larger, and how many equal it. */
  readonly above: number;
  readonly tied: number;
}

const upperCounts = new WeakMap<Attention, Uint32Array>();

/**
 * The K-th largest value (1 ≤ K ≤ seen area) without sorting a million pixels: floats of 0 and above order as their
 * bit patterns do, so one histogram of the upper and one of the lower 16 bits find it exactly.
 */
export function rankOf(attention: Attention, k: number): Rank {
  const upper = upperCounts.get(attention) ?? histogram(attention, null);
  upperCounts.set(attention, upper);
  const first = binOf(upper, k);
  const lower = histogram(attention, first.bin);
  const second = binOf(lower, k - first.above);
  const pattern = Uint32Array.of(first.bin * 65536 + second.bin);
  return {
    value: new Float32Array(pattern.buffer)[0]!,
    above: first.above + second.above,
    tied: lower[second.bin]!,
  };
}

/** Counts upper halves of the bit patterns, or the lower halves of those with one upper half; below 0 counts as 0. */
function histogram({ map, seen }: Attention, bin: number | null): Uint32Array {
  const counts = new Uint32Array(65536);
  const { buffer, byteOffset, length } = map.values;
  const bits = new Uint32Array(buffer, byteOffset, length);
  for (let r = seen.row; r < seen.row + seen.height; r++) {
    const end = r * map.columns + seen.column + seen.width;
    for (let i = end - seen.width; i < end; i++) {
      const pattern = bits[i]! >>> 31 ? 0 : bits[i]!;
      if (bin === null) counts[pattern >>> 16]!++;
      else if (pattern >>> 16 === bin) counts[pattern & 65535]!++;
    }
  }
  return counts;
}

/** The bin that holds the K-th from above, and how many lie in higher bins. */
function binOf(counts: Uint32Array, k: number): { bin: number; above: number } {
  let [bin, above] = [counts.length - 1, 0];
  while (above + counts[bin]! < k) above += counts[bin--]!;
  return { bin, above };
}
