/** A matrix of float64, row by row. */
export interface Matrix {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** By how much, of 1, a unit vector may still change when it counts as found. */
const tolerance = 1e-9;
/** Only two singular values that are all but equal need as many; then the direction between them is anyone's. */
const mostSteps = 20_000;

/** The matrix with its columns as rows. */
function transposed({ values, rows, columns }: Matrix): Matrix {
  const turned = new Float64Array(values.length);
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++) turned[column * rows + row] = values[i]!;
  return { values: turned, rows: columns, columns: rows };
}

/** M Mᵀ, rows × rows, symmetric. */
function gramOf({ values, rows, columns }: Matrix): Float64Array {
  const gram = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let n = 0; n < columns; n++) sum += values[i * columns + n]! * values[j * columns + n]!;
      gram[i * rows + j] = gram[j * rows + i] = sum;
    }
  return gram;
}

/** G v; returns its length. */
function product(gram: Float64Array, v: Float64Array, into: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < v.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += gram[i * v.length + j]! * v[j]!;
    into[i] = sum;
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}

/** Scales a vector to length 1 and says how far it is from another. */
function normalise(v: Float64Array, length: number, before: Float64Array): number {
  let change = 0;
  for (let i = 0; i < v.length; i++) {
    v[i]! /= length;
    change += (v[i]! - before[i]!) ** 2;
  }
  return Math.sqrt(change);
}

/**
 * The first eigenvector, of length 1, and eigenvalue of a symmetric matrix without negative eigenvalues, by power
 * iteration from a fixed start without a pattern, so the same matrix always gives the same vector. A matrix of nothing
 * has the eigenvalue 0.
 */
function firstEigen(gram: Float64Array, size: number): { vector: Float64Array; value: number } {
  let vector = Float64Array.from({ length: size }, (_, i) => Math.sin(i + 1));
  let next = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    const value = product(gram, vector, next);
    if (value === 0) return { vector, value };
    const change = normalise(next, value, vector);
    [vector, next] = [next, vector];
    if (change < tolerance) return { vector, value };
  }
  return { vector, value: product(gram, vector, next) };
}

/**
 * The rows of a matrix projected on its first right singular vector, M v₁ = σ₁u₁: one value a row, sign arbitrary.
 * Works on the smaller of M Mᵀ, whose first eigenvector is u₁, and MᵀM, whose first eigenvector is v₁.
 */
export function firstProjection(matrix: Matrix): Float64Array {
  const { values, rows, columns } = matrix;
  const wide = rows <= columns;
  const { vector, value } = firstEigen(gramOf(wide ? matrix : transposed(matrix)), Math.min(rows, columns));
  if (wide) return vector.map((u) => u * Math.sqrt(value));
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += values[row * columns + k]! * vector[k]!;
    return sum;
  });
}
