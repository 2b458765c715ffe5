import { describe, expect, it } from 'vitest';
import { angleAt, cobbAngle, lengthOf } from './lines';
import { scaleOf } from './scale';

const square = scaleOf(null);
const tall = scaleOf({ row: 2, column: 0.5, kind: 'patient' });

describe('scaleOf', () => {
  it('has millimetres only where a spacing is known, and says whose they are', () => {
    expect(scaleOf({ row: 2, column: 0.5, kind: 'patient' })).toMatchObject({
      unit: 'mm',
      atDetector: false,
    });
    expect(scaleOf({ row: 1, column: 1, kind: 'detector' })).toMatchObject({ unit: 'mm', atDetector: true });
    expect(scaleOf({ row: 4, column: 3, kind: 'aspect' }).unit).toBe('px');
    expect(scaleOf(null)).toEqual({ x: 1, y: 1, unit: 'px', atDetector: false, hasLengths: true });
  });

  it('has no lengths where only an aspect ratio is known that is not 1', () => {
    expect(scaleOf({ row: 4, column: 3, kind: 'aspect' })).toMatchObject({
      x: 1,
      y: 4 / 3,
      hasLengths: false,
    });
    expect(scaleOf({ row: 2, column: 2, kind: 'aspect' })).toMatchObject({ x: 1, y: 1, hasLengths: true });
  });
});

describe('lengthOf', () => {
  it('takes columns by the column spacing and rows by the row spacing', () => {
    expect(lengthOf([0, 0], [3, 4], square)).toBe(5);
    expect(lengthOf([10, 10], [18, 10], tall)).toBe(4);
    expect(lengthOf([10, 10], [10, 18], tall)).toBe(16);
    expect(lengthOf([0, 0], [6, 2], tall)).toBe(5);
  });
});

describe('angleAt', () => {
  it.each([
    [[10, 0], [0, 0], [0, 10], 90],
    [[10, 0], [0, 0], [10, 10], 45],
    [[10, 0], [0, 0], [-10, 0], 180],
    [[10, 0], [0, 0], [20, 0], 0],
    [[0, 10], [0, 0], [-10, 0], 90],
  ] as const)('of %o at %o to %o is %d° on square pixels', (end, vertex, other, degrees) =>
    expect(angleAt(end, vertex, other, square)).toBeCloseTo(degrees, 10),
  );

  it('is that of the body, not that of the grid', () => {
    // 4 columns of 0.5 mm across and 1 row of 2 mm down: a right isosceles triangle.
    expect(angleAt([4, 0], [0, 0], [4, 1], tall)).toBeCloseTo(45, 10);
    expect(angleAt([4, 0], [0, 0], [4, 1], square)).toBeCloseTo(14.036243, 6);
  });

  it('needs only the aspect ratio', () => {
    const aspect = scaleOf({ row: 4, column: 1, kind: 'aspect' });
    expect(angleAt([4, 0], [0, 0], [4, 1], aspect)).toBeCloseTo(45, 10);
  });

  it('is no number where an end lies on the vertex', () =>
    expect(angleAt([1, 1], [1, 1], [2, 2], square)).toBeNaN());
});

describe('cobbAngle', () => {
  it('is acute, whichever way the lines were drawn', () => {
    const rising: [number, number] = [Math.cos(Math.PI / 9), -Math.sin(Math.PI / 9)];
    for (const way of [1, -1])
      expect(
        cobbAngle(
          [
            [0, 0],
            [7 * way, 0],
            [20, 50],
            [20 + rising[0], 50 + rising[1]],
          ],
          square,
        ),
      ).toBeCloseTo(20, 10);
  });

  it('is 0 of parallels and 90 of perpendiculars', () => {
    expect(
      cobbAngle(
        [
          [0, 0],
          [5, 5],
          [9, 0],
          [4, -5],
        ],
        square,
      ),
    ).toBeCloseTo(0, 10);
    expect(
      cobbAngle(
        [
          [0, 0],
          [5, 5],
          [9, 0],
          [4, 5],
        ],
        square,
      ),
    ).toBeCloseTo(90, 10);
  });
});
