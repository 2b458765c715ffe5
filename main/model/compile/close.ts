/** Largest relative difference (L2) between what the graph and TensorFlow.js answer to the same input. */
const tolerance = 1e-4;

/** Whether two answers differ by no more than rounding. */
export function isClose(found: Float32Array, wanted: Float32Array): boolean {
  let [difference, size] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    difference += (found[i]! - wanted[i]!) ** 2;
    size += wanted[i]! ** 2;
  }
  return Math.sqrt(difference) <= tolerance * Math.sqrt(size) + 1e-6;
}
