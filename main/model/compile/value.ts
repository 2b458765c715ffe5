import type { Constant } from './graph-def';

/** Something of the graph that depends on the input. Its axis 0 is the batch, 1 in the shape. */
export interface Value {
  readonly name: string;
  readonly shape: readonly number[];
}

export type Operand = Value | Constant;

export const isConstant = (operand: object): operand is Constant => 'values' in operand;

/** Number of elements of a shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** A shape as TensorFlow is told it: the batch is left open. */
export const anyBatch = (shape: readonly number[]): number[] => [-1, ...shape.slice(1)];

/** Whole numbers as a constant: a vector, or a scalar where one number is given plain. */
export const ints = (values: readonly number[] | number): Constant =>
  typeof values === 'number'
    ? { values: Int32Array.of(values), shape: [] }
    : { values: Int32Array.from(values), shape: [values.length] };

/** A number as a constant. */
export const scalar = (value: number): Constant => ({ values: Float32Array.of(value), shape: [] });

/** The shape that two shapes make together, by the rules of NumPy. */
export function broadcast(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const at = (shape: readonly number[], axis: number): number => shape[axis - rank + shape.length] ?? 1;
  return Array.from({ length: rank }, (_, axis) => Math.max(at(a, axis), at(b, axis)));
}
