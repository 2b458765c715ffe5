import type { Evidence } from './method';

/** Σ over space of f(i), one sum a channel. */
export function sumOverSpace({ shape }: Pick<Evidence, 'shape'>, f: (i: number) => number): Float64Array {
  const [rows, columns, channels] = shape;
  const sums = new Float64Array(channels);
  for (let i = 0; i < rows * columns * channels; i++) sums[i % channels]! += f(i);
  return sums;
}

/** Σ_k weight(i, k) · A_k at each cell of the grid. */
export function weightedSum(
  { activation, shape }: Evidence,
  weight: (i: number, k: number) => number,
): Float32Array {
  const [rows, columns, channels] = shape;
  return Float32Array.from({ length: rows * columns }, (_, cell) => {
    let sum = 0;
    for (let k = 0; k < channels; k++) {
      const i = cell * channels + k;
      sum += weight(i, k) * activation[i]!;
    }
    return sum;
  });
}

/** max(0, x) of every value. */
export const relu = (map: Float32Array): Float32Array => map.map((value) => (value > 0 ? value : 0));
