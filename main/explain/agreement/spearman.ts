/** Ranks from 1, equal values sharing the mean of theirs. */
export function averageRanks(values: Float32Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let first = 0, next = 0; first < order.length; first = next) {
    while (next < order.length && values[order[next]!] === values[order[first]!]) next++;
    for (let i = first; i < next; i++) ranks[order[i]!] = (first + next + 1) / 2;
  }
  return ranks;
}

/** Pearson's correlation of two lists of equal length; null where one is constant. */
function correlation(a: Float64Array, b: Float64Array): number | null {
  const meanOf = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [together, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB];
    together += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA > 0 && ofB > 0 ? together / Math.sqrt(ofA * ofB) : null;
}

/**
 * Spearman's rank correlation of two maps of equal length, −1..1: Pearson's correlation of their average ranks, which
 * is right with ties too (Spearman 1904; Kendall & Gibbons 1990, ch. 3). Null where a map is constant.
 */
export const spearman = (a: Float32Array, b: Float32Array): number | null =>
  correlation(averageRanks(a), averageRanks(b));
