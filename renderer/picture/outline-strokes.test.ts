import { expect, it } from 'vitest';
import type { Point } from './contour';
import { pathOf, strokesOf } from './outline-strokes';

const square: Point[] = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
];

it('draws an outline without a cut as it is', () => {
  expect(strokesOf(square)).toEqual([{ points: square, closed: true }]);
  expect(pathOf(strokesOf(square), 0)).toBe('M0,0L9,0L9,9L0,9Z');
});

it('leaves out the way to a hole and back', () => {
  const ring: Point[] = [...square, [0, 3], [3, 3], [3, 6], [6, 6], [6, 3], [3, 3], [0, 3]];
  const strokes = strokesOf(ring);
  expect(strokes).toEqual([
    {
      points: [
        [3, 3],
        [3, 6],
        [6, 6],
        [6, 3],
        [3, 3],
      ],
      closed: false,
    },
    {
      points: [
        [0, 3],
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 3],
      ],
      closed: false,
    },
  ]);
  expect(pathOf(strokes, 0)).toBe('M3,3L3,6L6,6L6,3L3,3M0,3L0,0L9,0L9,9L0,9L0,3');
});

it('draws two outlines that are joined by a cut without it', () => {
  const far: Point[] = square.map(([x, y]) => [x + 20, y]);
  const joined: Point[] = [...square, [0, 0], [20, 0], ...far.slice(1), [20, 0]];
  expect(strokesOf(joined).map(({ points }) => points.length)).toEqual([5, 5]);
});

it('draws nothing, a point, a line that is being drawn and a point given twice as they are', () => {
  expect(pathOf(strokesOf([]), 1)).toBe('');
  for (const points of [[square[0]!], square.slice(0, 2), [square[0]!, ...square]])
    expect(strokesOf(points)).toEqual([{ points, closed: true }]);
});
