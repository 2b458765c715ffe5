import { describe, expect, it } from 'vitest';
import { fuse, type GridMap } from './fuse';
import { seededWeights } from './testing/fake-network';

const map = (rows: number, columns: number, ...values: number[]): GridMap => ({
  values: Float32Array.from(values),
  grid: [rows, columns],
});
const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 6));

describe('fuse', () => {
  it('leaves a single map as it is', () => {
    const single = map(1, 2, -3, 7);
    expect(fuse([single])).toBe(single);
  });

  it('takes the larger share of the peak, cell by cell; what speaks against the class counts as 0', () => {
    const fused = fuse([map(1, 3, 10, 5, -10), map(1, 3, 0.1, 0.4, 0)]);
    expect(fused.grid).toEqual([1, 3]);
    expect([...fused.values]).toEqual(close(1, 1, 0));
    expect([...fuse([map(1, 2, 1, 2), map(1, 2, 4, 1)]).values]).toEqual(close(1, 1));
  });

  it('lifts early layers by tanh(2 · share) and brings the last to their grid', () => {
    const fused = fuse([map(1, 4, 0, 0, 1, 4), map(1, 2, 8, 0)]);
    expect(fused.grid).toEqual([1, 4]);
    // The last layer's shares between the cells are 1, 3/4, 1/4, 0.
    expect([...fused.values]).toEqual(close(1, 0.75, Math.tanh(0.5), Math.tanh(2)));
  });

  it('takes the finest rows and the finest columns where no layer has both', () => {
    expect(fuse([map(1, 4, 1, 1, 1, 1), map(2, 1, 1, 0)]).grid).toEqual([2, 4]);
  });

  it('does not depend on the layers’ units nor on their order', () => {
    const [early, late] = [map(4, 4, ...seededWeights(16, 1)), map(2, 2, ...seededWeights(4, 2))];
    const fused = fuse([early, late]);
    const louder = { ...early, values: early.values.map((value) => 64 * value) };
    expect([...fuse([late, louder]).values]).toEqual(close(...fused.values));
    expect(Math.max(...fused.values)).toBe(1);
    expect(Math.min(...fused.values)).toBeGreaterThanOrEqual(0);
  });

  it('of nothing is nothing', () => {
    expect([...fuse([map(1, 2, 0, -1), map(1, 1, 0)]).values]).toEqual([0, 0]);
  });
});
