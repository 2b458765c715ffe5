import { describe, expect, it } from 'vitest';
import { type Axes, axesFrom, diameters, moveAxisEnd } from './bidirectional';
import { angleAt } from './lines';
import { type Point, scaleOf } from './scale';

const square = scaleOf({ row: 1, column: 1, kind: 'patient' });
const tall = scaleOf({ row: 2, column: 0.5, kind: 'patient' });
const rightAngle = ([a, b, c, d]: Axes, scale = square) => {
  const by: Point = [b[0] - a[0], b[1] - a[1]];
  return angleAt([d[0] - c[0], d[1] - c[1]], [0, 0], by, scale);
};

describe('axesFrom', () => {
  it('puts a short axis of half the length across the middle', () => {
    expect(axesFrom([0, 10], [20, 10], square)).toEqual([
      [0, 10],
      [20, 10],
      [10, 15],
      [10, 5],
    ]);
  });

  it('crosses at a right angle of the body where pixels are not square', () => {
    const axes = axesFrom([10, 10], [50, 22], tall);
    expect(rightAngle(axes, tall)).toBeCloseTo(90, 8);
    const [long, short] = diameters(axes, tall);
    expect(long).toBeCloseTo(Math.hypot(20, 24), 10);
    expect(short).toBeCloseTo(long / 2, 10);
  });
});

describe('moveAxisEnd', () => {
  const axes = axesFrom([0, 10], [20, 10], square);

  it('takes the short axis along with an end of the long one', () => {
    const moved = moveAxisEnd(axes, 1, [0, 40], square);
    expect(moved[1]).toEqual([0, 40]);
    expect(rightAngle(moved)).toBeCloseTo(90, 8);
    expect(diameters(moved, square)).toEqual([30, 10]);
  });

  it('moves the crossing, and one half of the short axis, with its end', () => {
    const moved = moveAxisEnd(axes, 2, [6, 13], square);
    expect(moved.slice(2)).toEqual([
      [6, 13],
      [6, 5],
    ]);
    expect(diameters(moved, square)).toEqual([20, 8]);
  });

  it('keeps the crossing on the long axis', () => {
    const moved = moveAxisEnd(axes, 3, [99, 2], square);
    expect(moved[3]).toEqual([20, 2]);
    expect(moved[2]).toEqual([20, 15]);
  });

  it('stays at a right angle where pixels are not square', () => {
    const start = axesFrom([10, 10], [50, 22], tall);
    for (const end of [0, 1, 2, 3])
      expect(rightAngle(moveAxisEnd(start, end, [33, 4], tall), tall)).toBeCloseTo(90, 8);
  });
});

it('diameters name the longer first, whichever axis it is', () => {
  const axes: Axes = [
    [0, 0],
    [3, 4],
    [0, 0],
    [6, 8],
  ];
  expect(diameters(axes, square)).toEqual([10, 5]);
});
