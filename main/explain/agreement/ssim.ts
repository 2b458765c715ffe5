import type { Grid } from '../bilinear';

/** Wang et al. 2004, section III-C: an 11 × 11 Gaussian of σ 1.5 pixels, K1 = 0.01, K2 = 0.03; the range L is 1. */
const [reach, sigma, c1, c2] = [5, 1.5, 0.01 ** 2, 0.03 ** 2];
const side = 2 * reach + 1;

const weights = ((): Float64Array => {
  const bell = Float64Array.from({ length: side }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = bell.reduce((sum, value) => sum + value, 0);
  return bell.map((value) => value / total);
})();

/** The Gaussian mean around every pixel whose window lies inside, rows × columns to (rows − 10) × (columns − 10). */
function windowMeans(map: Float64Array, [rows, columns]: Grid): Float64Array {
  const across = columns - side + 1;
  const lines = new Float64Array(rows * across);
  for (let i = 0; i < lines.length; i++) {
    const first = Math.floor(i / across) * columns + (i % across);
    for (let k = 0; k < side; k++) lines[i]! += weights[k]! * map[first + k]!;
  }
  const means = new Float64Array((rows - side + 1) * across);
  for (let i = 0; i < means.length; i++)
    for (let k = 0; k < side; k++) means[i]! += weights[k]! * lines[i + k * across]!;
  return means;
}

/** The map stretched to 0..1; null where it is constant. */
function stretched(map: Float32Array): Float64Array | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of map) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return high > low ? Float64Array.from(map, (value) => (value - low) / (high - low)) : null;
}

const product = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value * b[i]!);

/**
 * Mean structural similarity of two maps (rows × columns), each stretched to 0..1 first, over the windows that lie
 * wholly inside: −1..1, 1 for equal maps (Wang et al. 2004, equations 13 and 17). Null where a map is constant or
 * has fewer than 11 rows or columns.
 */
export function ssim(first: Float32Array, second: Float32Array, grid: Grid): number | null {
  const [a, b] = [stretched(first), stretched(second)];
  if (!a || !b || Math.min(...grid) < side) return null;
  const [meanA, meanB] = [windowMeans(a, grid), windowMeans(b, grid)];
  const [aa, bb, ab] = [product(a, a), product(b, b), product(a, b)].map((map) => windowMeans(map, grid));
  let sum = 0;
  for (let i = 0; i < meanA.length; i++) {
    const [x, y] = [meanA[i]!, meanB[i]!];
    const spread = aa![i]! - x * x + (bb![i]! - y * y);
    const shared = ab![i]! - x * y;
    sum += ((2 * x * y + c1) * (2 * shared + c2)) / ((x * x + y * y + c1) * (spread + c2));
  }
  return sum / meanA.length;
}
