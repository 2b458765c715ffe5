import type { Shape } from './probe';

/** At each pixel the sum over the channels of value(i), i the index into rows × columns × channels. */
export function sumOverChannels(
  [rows, columns, channels]: Shape,
  value: (i: number) => number,
): Float32Array {
  const map = new Float32Array(rows * columns);
  for (let pixel = 0, i = 0; pixel < map.length; pixel++) {
    let sum = 0;
    for (let c = 0; c < channels; c++, i++) sum += value(i);
    map[pixel] = sum;
  }
  return map;
}

/** At each pixel the largest magnitude over the channels of rows × columns × channels values. */
export function largestMagnitude(values: ArrayLike<number>, [rows, columns, channels]: Shape): Float32Array {
  const map = new Float32Array(rows * columns);
  for (let pixel = 0, i = 0; pixel < map.length; pixel++) {
    let largest = 0;
    for (let c = 0; c < channels; c++, i++) largest = Math.max(largest, Math.abs(values[i]!));
    map[pixel] = largest;
  }
  return map;
}
