/** A numeric array with its shape in row-major order. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint8Array | Uint8ClampedArray;
}

/** How many elements a shape has; 1 for a scalar. */
export const elementsOf = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);
