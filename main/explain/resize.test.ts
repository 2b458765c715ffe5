import { describe, expect, it } from 'vitest';
import type { HeatMap } from '../../preload/vocabulary';
import { placementOf, samePlacement } from '../prepare/placement';
import { bilinear, type Grid } from './bilinear';
import { seededRandom } from './random';
import { toSlice } from './resize';

/** Centre of mass, [column, row], pixel centres at half. */
function centroid({ values, rows, columns }: HeatMap): [number, number] {
  let [sum, x, y] = [0, 0, 0];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column]!;
      sum += value;
      x += value * (column + 0.5);
      y += value * (row + 0.5);
    }
  return [x / sum, y / sum];
}

const single = (rows: number, columns: number, row: number, column: number, value = 1): Float32Array => {
  const grid = new Float32Array(rows * columns);
  grid[row * columns + column] = value;
  return grid;
};

describe('the one upsampling', () => {
  it('puts the centre cell of 7 × 7 in the centre of 224 × 224', () => {
    const map = toSlice(single(7, 7, 3, 3), [7, 7], samePlacement({ rows: 224, columns: 224 }));
    expect(centroid(map)).toEqual([expect.closeTo(112, 6), expect.closeTo(112, 6)]);
  });

  it('keeps the scale raw', () => {
    const place = samePlacement({ rows: 14, columns: 14 });
    expect(toSlice(new Float32Array(49).fill(0.25), [7, 7], place).peak).toBe(0.25);
    expect(toSlice(single(1, 1, 0, 0, 42), [1, 1], place).values.every((value) => value === 42)).toBe(true);
  });

  it('is bilinear between cell centres', () => {
    const map = toSlice(Float32Array.of(0, 4), [1, 2], samePlacement({ rows: 1, columns: 4 }));
    expect([...map.values]).toEqual([0, 1, 3, 4]);
  });

  it('shows only what speaks for the class', () => {
    const map = toSlice(Float32Array.of(-4, 4), [1, 2], samePlacement({ rows: 1, columns: 2 }));
    expect([...map.values]).toEqual([0, 4]);
    expect(toSlice(Float32Array.of(-4, -1), [1, 2], samePlacement({ rows: 1, columns: 2 })).peak).toBe(0);
  });

  it('undoes a centred crop: nothing outside what was seen', () => {
    const place = placementOf({ rows: 100, columns: 300 }, { rows: 50, columns: 50 }, 'crop');
    const map = toSlice(new Float32Array(25).fill(1), [5, 5], place);
    const lit = [...map.values.subarray(0, 300).entries()].filter(([, value]) => value > 0).map(([at]) => at);
    expect([lit[0], lit.at(-1), lit.length]).toEqual([100, 199, 100]);
    const corner = toSlice(single(5, 5, 0, 0), [5, 5], place);
    expect(centroid(corner)[0]).toBeGreaterThan(100);
    expect(centroid(corner)[0]).toBeLessThan(120);
  });

  it('undoes padding: cells over the border of the slice do not shift it', () => {
    const place = placementOf({ rows: 100, columns: 300 }, { rows: 60, columns: 60 }, 'pad');
    const map = toSlice(single(3, 3, 1, 1), [3, 3], place);
    expect(centroid(map)).toEqual([expect.closeTo(150, 4), expect.closeTo(50, 4)]);
    const above = toSlice(single(60, 60, 0, 30), [60, 60], place);
    expect(above.peak).toBe(0);
  });

  it('stretches each axis by its own ratio', () => {
    const place = placementOf({ rows: 120, columns: 60 }, { rows: 32, columns: 32 }, 'stretch');
    const map = toSlice(single(6, 6, 2, 2), [6, 6], place);
    expect(centroid(map)).toEqual([expect.closeTo(25, 4), expect.closeTo(50, 4)]);
  });

  const grids: readonly (readonly [Grid, Grid])[] = [
    [
      [7, 7],
      [224, 224],
    ],
    [
      [5, 3],
      [61, 50],
    ],
    [
      [9, 9],
      [9, 9],
    ],
    [
      [3, 2],
      [3000, 2],
    ],
    [
      [1, 1],
      [4, 4],
    ],
    [
      [20, 30],
      [7, 11],
    ],
  ];

  it.each(grids)('is, pixel by pixel, what resampling from %j to %j is', (from, to) => {
    const random = seededRandom(3);
    const grid = Float32Array.from({ length: from[0] * from[1] }, () => random.uniform());
    const wanted = new Float32Array(to[0] * to[1]);
    bilinear(from, to)(grid, wanted);
    const { values, peak } = toSlice(grid, from, samePlacement({ rows: to[0], columns: to[1] }));
    values.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 6));
    expect(peak).toBe(Math.max(...values));
  });
});
