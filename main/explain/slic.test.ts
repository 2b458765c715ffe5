import { describe, expect, it } from 'vitest';
import { connected, type Superpixels } from './connected';
import { slic } from './slic';
import { seededWeights } from './testing/fake-network';

const noise = (rows: number, columns: number, channels: number) => ({
  values: seededWeights(rows * columns * channels, 1).map((value) => (value + 1) / 2),
  shape: [rows, columns, channels] as const,
});

/** How many connected pieces each label has. */
function pieces({ labels, count }: Superpixels, [rows, columns]: readonly [number, number]): number[] {
  const parts = new Array<number>(count).fill(0);
  const open = new Set(labels.keys());
  for (const start of labels.keys()) {
    if (!open.delete(start)) continue;
    parts[labels[start]!]!++;
    const next = [start];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      const [row, column] = [Math.floor(at / columns), at % columns];
      for (const [r, c] of [
        [row - 1, column],
        [row + 1, column],
        [row, column - 1],
        [row, column + 1],
      ] as const)
        if (r >= 0 && r < rows && c >= 0 && c < columns && labels[r * columns + c] === labels[start])
          if (open.delete(r * columns + c)) next.push(r * columns + c);
    }
  }
  return parts;
}

describe('superpixels', () => {
  it.each([
    [40, 60, 1, 30],
    [64, 64, 3, 50],
    [9, 200, 1, 20],
    [3, 3, 1, 50],
    [1, 1, 1, 50],
  ] as const)(
    'of %i × %i × %i are numbered without gaps, and each is in one piece (%i wanted)',
    (...given) => {
      const [rows, columns, channels, segments] = given;
      const found = slic(noise(rows, columns, channels), segments);
      expect(found.labels).toHaveLength(rows * columns);
      expect(pieces(found, [rows, columns])).toEqual(new Array(found.count).fill(1));
    },
  );

  it('are about as many as were asked for, of about one size, where there is nothing to follow', () => {
    const flat = { values: new Float32Array(80 * 120).fill(0.3), shape: [80, 120, 1] as const };
    const { labels, count } = slic(flat, 50);
    expect(count).toBeGreaterThanOrEqual(40);
    expect(count).toBeLessThanOrEqual(60);
    const sizes = new Array<number>(count).fill(0);
    for (const label of labels) sizes[label]!++;
    expect(Math.max(...sizes)).toBeLessThan(3 * Math.min(...sizes));
  });

  it('follow an edge that the grid does not', () => {
    const bright = (at: number): boolean => at % 60 > 12 + Math.floor(at / 60) * 0.7;
    const values = Float32Array.from({ length: 50 * 60 }, (_, at) => (bright(at) ? 0.8 : 0.2));
    const { labels, count } = slic({ values, shape: [50, 60, 1] }, 30);
    const mixed = Array.from({ length: count }, (_, k) => {
      const inside = [...labels.keys()].filter((at) => labels[at] === k);
      const share = inside.filter(bright).length / inside.length;
      return Math.min(share, 1 - share);
    });
    expect(Math.max(...mixed)).toBeLessThan(0.02);
  });

  it('are the same every time', () => {
    const picture = noise(48, 48, 1);
    expect(slic(picture, 40)).toEqual(slic(picture, 40));
  });
});

describe('connected regions', () => {
  it('are split where a label lies in two places, and joined where one is small', () => {
    const labels = [
      [5, 5, 7, 5, 5],
      [5, 5, 7, 5, 5],
      [5, 5, 7, 9, 5],
    ].flat();
    expect([...connected(labels, [3, 5], 1).labels]).toEqual([0, 0, 1, 2, 2, 0, 0, 1, 2, 2, 0, 0, 1, 3, 2]);
    const joined = connected(labels, [3, 5], 2);
    expect([...joined.labels]).toEqual([0, 0, 1, 2, 2, 0, 0, 1, 2, 2, 0, 0, 1, 1, 2]);
    expect(joined.count).toBe(3);
  });

  it('do not reach over the border to the next row', () => {
    expect([...connected([1, 0, 1, 1, 0, 1], [2, 3], 1).labels]).toEqual([0, 1, 2, 0, 1, 2]);
    expect([...connected([0, 1, 1, 0], [2, 2], 1).labels]).toEqual([0, 1, 2, 3]);
  });
});
