import type { Activation, Shape } from './probe';

/*
 * Arithmetic on arrays of rows × columns × channels, row by row, as a layer has them. Plain loops: an early layer has
 * a million values, and a call for each of them would cost more than the model's own pass. Sums are kept in float64.
 */

/** Σ over space of v, one sum a channel. */
export function sumOverSpace(v: Float32Array, [rows, columns, channels]: Shape): Float64Array {
  const sums = new Float64Array(channels);
  const end = rows * columns * channels;
  let start = 0;
  // Two cells at a time: a sum is read and written once for both.
  for (; start + 2 * channels <= end; start += 2 * channels)
    for (let k = 0; k < channels; k++) sums[k]! += v[start + k]! + v[start + channels + k]!;
  if (start < end) for (let k = 0; k < channels; k++) sums[k]! += v[start + k]!;
  return sums;
}

/** Σ over space of a ⊙ b, one sum a channel. */
export function productOverSpace(
  a: Float32Array,
  b: Float32Array,
  [rows, columns, channels]: Shape,
): Float64Array {
  const sums = new Float64Array(channels);
  for (let start = 0; start < rows * columns * channels; start += channels)
    for (let k = 0; k < channels; k++) sums[k]! += a[start + k]! * b[start + k]!;
  return sums;
}

/** Σ_k of a ⊙ b at each cell: rows × columns. */
export function productOverChannels(
  a: Float32Array,
  b: Float32Array,
  [rows, columns, channels]: Shape,
): Float32Array {
  const map = new Float32Array(rows * columns);
  for (let cell = 0, i = 0; cell < map.length; cell++) {
    let sum = 0;
    for (let k = 0; k < channels; k++, i++) sum += a[i]! * b[i]!;
    map[cell] = sum;
  }
  return map;
}

/** Σ_k w_k A_k at each cell: rows × columns. One weight a channel. */
export function weightedSum(
  { activation, shape: [rows, columns, channels] }: Activation,
  weights: Float64Array,
): Float32Array {
  const map = new Float32Array(rows * columns);
  const last = channels - (channels % 2);
  for (let cell = 0, i = 0; cell < map.length; cell++, i += channels) {
    // Two sums, as each addition waits for the one before it.
    let [even, odd] = [0, 0];
    for (let k = 0; k < last; k += 2) {
      even += weights[k]! * activation[i + k]!;
      odd += weights[k + 1]! * activation[i + k + 1]!;
    }
    map[cell] = even + odd + (last < channels ? weights[last]! * activation[i + last]! : 0);
  }
  return map;
}

/** Smallest and largest value of each channel over space. */
export function extremesOverSpace({ activation, shape: [rows, columns, channels] }: Activation): {
  minimum: Float32Array;
  maximum: Float32Array;
} {
  const [minimum, maximum] = [activation.slice(0, channels), activation.slice(0, channels)];
  for (let start = channels; start < rows * columns * channels; start += channels)
    for (let k = 0; k < channels; k++) {
      const value = activation[start + k]!;
      if (value < minimum[k]!) minimum[k] = value;
      if (value > maximum[k]!) maximum[k] = value;
    }
  return { minimum, maximum };
}

/** max(0, x) of every value. */
export function relu(values: Float32Array): Float32Array {
  const positive = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) positive[i] = values[i]!;
  return positive;
}
