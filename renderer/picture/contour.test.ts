import { describe, expect, it } from 'vitest';
import { isoLines } from './contour';

const map = (rows: number, columns: number, values: number[]) => ({
  rows,
  columns,
  values: Float32Array.from(values),
  peak: Math.max(...values),
});

describe('isoLines', () => {
  it('surrounds one pixel at half its value with a diamond around its centre', () => {
    const lines = isoLines(map(3, 3, [0, 0, 0, 0, 2, 0, 0, 0, 0]), 0.5);
    expect(lines).toHaveLength(1);
    expect(new Set(lines[0]!.map(String))).toEqual(new Set(['1.5,1', '1,1.5', '2,1.5', '1.5,2']));
  });

  it('gives the radius of a cone, whatever its place', () => {
    const [rows, columns, column, row] = [64, 80, 30.5, 28.5];
    const values = Array.from({ length: rows * columns }, (_, i) =>
      Math.max(0, 20 - Math.hypot((i % columns) + 0.5 - column, Math.floor(i / columns) + 0.5 - row)),
    );
    const lines = isoLines(map(rows, columns, values), 0.5);
    expect(lines).toHaveLength(1);
    for (const [x, y] of lines[0]!) expect(Math.hypot(x - column, y - row)).toBeCloseTo(10, 1);
  });

  it('draws a hole as a line of its own and keeps two blobs apart', () => {
    expect(isoLines(map(3, 3, [1, 1, 1, 1, 0, 1, 1, 1, 1]), 0.5)).toHaveLength(2);
    expect(isoLines(map(1, 5, [1, 0, 0, 0, 1]), 0.5)).toHaveLength(2);
    expect(isoLines(map(2, 2, [1, 0, 0, 1]), 0.5)).toHaveLength(2);
  });

  it('stays within the image where the map runs over its edge', () => {
    const points = isoLines(map(2, 2, [9, 9, 9, 9]), 0.01).flat();
    expect(points.every(([x, y]) => x >= 0 && y >= 0 && x <= 2 && y <= 2)).toBe(true);
    expect(points).not.toHaveLength(0);
  });

  it('is empty for a map of nothing', () => {
    expect(isoLines(map(2, 2, [0, 0, 0, 0]), 0.5)).toEqual([]);
  });
});
