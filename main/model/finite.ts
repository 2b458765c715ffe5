/**
 * Whether all values are numbers, neither NaN nor infinite. 0 · x is 0 for every number and NaN for all else; two sums,
 * as each addition waits for the one before it.
 */
export function allFinite(values: Float32Array): boolean {
  let [even, odd] = [0, 0];
  const { length } = values;
  for (let i = 0; i < length - 1; i += 2) {
    even += 0 * values[i]!;
    odd += 0 * values[i + 1]!;
  }
  return even + odd + (length % 2 === 1 ? 0 * values[length - 1]! : 0) === 0;
}
