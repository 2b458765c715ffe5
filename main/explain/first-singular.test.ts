import { describe, expect, it } from 'vitest';
import { firstProjection, type Matrix } from './first-singular';
import { seededWeights } from './testing/fake-network';

const lengthOf = (v: ArrayLike<number>): number => Math.hypot(...Array.from(v));
const turned = ({ values, rows, columns }: Matrix): Matrix => ({
  values: Float64Array.from(values, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!),
  rows: columns,
  columns: rows,
});
/** M Mᵀ v. */
function twice({ values, rows, columns }: Matrix, v: ArrayLike<number>): number[] {
  const back = Array.from({ length: columns }, (_, k) =>
    Array.from({ length: rows }, (__, row) => values[row * columns + k]! * v[row]!).reduce((a, b) => a + b),
  );
  return Array.from({ length: rows }, (_, row) =>
    back.reduce((sum, b, k) => sum + values[row * columns + k]! * b, 0),
  );
}

describe('the projection on the first right singular vector', () => {
  it('is σ₁u₁ of a matrix with known singular values', () => {
    // 5 · u₁v₁ᵀ + 2 · u₂v₂ᵀ with u₁ = [0.6 0.8], u₂ = [0.8 −0.6], v₁ = [0 1 0], v₂ = [1 0 0].
    const values = Float64Array.of(1.6, 3, 0, -1.2, 4, 0);
    const found = firstProjection({ values, rows: 2, columns: 3 });
    expect([...found].map(Math.abs)).toEqual([expect.closeTo(3, 7), expect.closeTo(4, 7)]);
    expect(found[0]! * found[1]!).toBeGreaterThan(0);
  });

  it.each([
    [6, 40],
    [40, 6],
  ])('is an eigenvector of M Mᵀ whatever side of %i × %i is the longer', (rows, columns) => {
    const matrix = { values: Float64Array.from(seededWeights(240, 3)), rows, columns };
    const found = firstProjection(matrix);
    const square = lengthOf(found) ** 2;
    twice(matrix, found).forEach((value, row) => expect(value).toBeCloseTo(square * found[row]!, 5));
    expect(lengthOf(firstProjection(turned(matrix)))).toBeCloseTo(lengthOf(found), 7);
  });

  it('no other direction carries more', () => {
    const matrix = { values: Float64Array.from(seededWeights(48, 4)), rows: 8, columns: 6 };
    const square = lengthOf(firstProjection(matrix)) ** 2;
    for (let seed = 10; seed < 60; seed++) {
      const v = seededWeights(8, seed);
      const rayleigh = twice(matrix, v).reduce((sum, value, i) => sum + value * v[i]!, 0) / lengthOf(v) ** 2;
      expect(rayleigh).toBeLessThanOrEqual(square * (1 + 1e-9));
    }
  });

  it('of nothing is nothing', () => {
    expect([...firstProjection({ values: new Float64Array(6), rows: 3, columns: 2 })]).toEqual([0, 0, 0]);
  });
});
