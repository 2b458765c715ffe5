/** Whether all values are numbers, neither NaN nor infinite. 0 · x is 0 for every number and NaN for all else. */
export function allFinite(values: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += 0 * values[i]!;
  return sum === 0;
}
