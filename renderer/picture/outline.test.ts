import { expect, it } from 'vitest';
import { outlineOf } from './outline';

it('gives a rectangle its four corners from any two opposite ones', () => {
  const points = outlineOf({
    shape: 'rectangle',
    points: [
      [8, 6],
      [2, 1],
    ],
  });
  expect(new Set(points.map(String))).toEqual(new Set(['8,6', '2,6', '2,1', '8,1']));
});

it('gives an ellipse 64 points that satisfy its equation', () => {
  const points = outlineOf({
    shape: 'ellipse',
    points: [
      [0, 0],
      [20, 10],
    ],
  });
  expect(points).toHaveLength(64);
  for (const [x, y] of points) expect(((x - 10) / 10) ** 2 + ((y - 5) / 5) ** 2).toBeCloseTo(1, 9);
});

it('gives a polygon its own vertices, and nothing for a shape without corners', () => {
  expect(
    outlineOf({
      shape: 'polygon',
      points: [
        [0, 0],
        [4, 0],
        [0, 4],
      ],
    }),
  ).toEqual([
    [0, 0],
    [4, 0],
    [0, 4],
  ]);
  expect(outlineOf({ shape: 'ellipse', points: [[1, 1]] })).toEqual([]);
});
