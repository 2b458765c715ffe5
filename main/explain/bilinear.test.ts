import { describe, expect, it } from 'vitest';
import { bilinear, type Grid } from './bilinear';
import { seededWeights } from './testing/fake-network';

function resampled(map: readonly number[], from: Grid, to: Grid): number[] {
  const into = new Float32Array(to[0] * to[1]);
  bilinear(from, to)(Float32Array.from(map), into);
  return [...into];
}

describe('bilinear', () => {
  it('puts pixels a quarter and three quarters of the way between two cells', () => {
    expect(resampled([0, 4], [1, 2], [1, 4])).toEqual([0, 1, 3, 4]);
    expect(resampled([0, 4], [2, 1], [4, 1])).toEqual([0, 1, 3, 4]);
    expect(resampled([0, 4, 8, 12], [2, 2], [2, 4])).toEqual([0, 1, 3, 4, 8, 9, 11, 12]);
  });

  it('keeps a centre where it is: 111.5 for the middle of 7 cells on 224 pixels', () => {
    const map = Array.from({ length: 49 }, (_, cell) => (cell === 24 ? 1 : 0));
    const pixels = resampled(map, [7, 7], [224, 224]);
    const total = pixels.reduce((sum, value) => sum + value, 0);
    const row = pixels.reduce((sum, value, i) => sum + value * Math.floor(i / 224), 0) / total;
    const column = pixels.reduce((sum, value, i) => sum + value * (i % 224), 0) / total;
    expect([row, column]).toEqual([expect.closeTo(111.5, 4), expect.closeTo(111.5, 4)]);
  });

  it('changes nothing on the same grid, and no map of one value', () => {
    const map = seededWeights(15, 1);
    expect(resampled([...map], [3, 5], [3, 5])).toEqual([...map]);
    expect(new Set(resampled([2, 2, 2, 2], [2, 2], [5, 3]))).toEqual(new Set([2]));
  });

  it('serves many maps with the same weights', () => {
    const resample = bilinear([1, 2], [1, 4]);
    const into = new Float32Array(4);
    resample(Float32Array.of(0, 4), into);
    resample(Float32Array.of(8, 8), into);
    expect([...into]).toEqual([8, 8, 8, 8]);
  });
});
