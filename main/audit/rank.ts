import type { Attention } from './attention';

export interface Rank {
  /** The K-th largest value of the map over what the model saw. */
  readonly value: number;
  /** How many pixels are larger, and how many equal it. */
  readonly above: number;
  readonly tied: number;
}

/** All values as bit patterns, those of the same upper half side by side, and where each upper half begins. */
interface Bins {
  readonly patterns: Uint32Array;
  readonly starts: Uint32Array;
}

const binsOf = new WeakMap<Attention, Bins>();

/**
 * The K-th largest value (1 ≤ K ≤ seen area) without sorting a million pixels for every region: floats of 0 and above
 * order as their bit patterns do, so they are put into bins by their upper 16 bits once a map, and the lower 16 bits
 * of one bin are counted for each K.
 */
export function rankOf(attention: Attention, k: number): Rank {
  const bins = binsOf.get(attention) ?? binned(attention);
  binsOf.set(attention, bins);
  const { patterns, starts } = bins;
  let bin = starts.length - 2;
  while (patterns.length - starts[bin]! < k) bin--;
  let above = patterns.length - starts[bin + 1]!;
  const counts = new Uint32Array(65536);
  for (let i = starts[bin]!; i < starts[bin + 1]!; i++) counts[patterns[i]! & 65535]!++;
  let low = counts.length - 1;
  while (above + counts[low]! < k) above += counts[low--]!;
  const pattern = Uint32Array.of(bin * 65536 + low);
  return { value: new Float32Array(pattern.buffer)[0]!, above, tied: counts[low]! };
}

/** One counting sort by the upper 16 bits; what is below 0 counts as 0. */
function binned({ map, seen, area }: Attention): Bins {
  const bits = new Int32Array(map.values.buffer, map.values.byteOffset, map.values.length);
  const chosen = new Uint32Array(area);
  const starts = new Uint32Array(65537);
  for (let r = 0, to = 0; r < seen.height; r++) {
    const from = (seen.row + r) * map.columns + seen.column;
    for (let i = from; i < from + seen.width; i++, to++) {
      const pattern = bits[i]! < 0 ? 0 : bits[i]!;
      chosen[to] = pattern;
      starts[(pattern >>> 16) + 1]!++;
    }
  }
  for (let bin = 1; bin < starts.length; bin++) starts[bin]! += starts[bin - 1]!;
  const next = starts.slice();
  const patterns = new Uint32Array(area);
  for (let i = 0; i < area; i++) patterns[next[chosen[i]! >>> 16]!++] = chosen[i]!;
  return { patterns, starts };
}
