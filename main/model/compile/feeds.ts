import type { Feed } from './emitter';
import { sizeOf, type Value } from './value';

/** Values of one input or several, to be fed where a value stands. */
export const feed = ({ name, shape }: Value, values: Float32Array): Feed => ({
  name,
  values,
  shape: [values.length / sizeOf(shape), ...shape.slice(1)],
});

/** An array m times over. */
export function repeated(values: Float32Array, times: number): Float32Array {
  if (times === 1) return values;
  const all = new Float32Array(values.length * times);
  for (let i = 0; i < times; i++) all.set(values, i * values.length);
  return all;
}
