import { describe, expect, it } from 'vitest';
import type { Region } from '../../../preload/vocabulary';
import { handlesOf, isInside, moveHandle, moveRegion, resizeRegion } from './handles';
import { withoutRepeats } from './polygon';

const region = (shape: Region['shape'], ...points: [number, number][]): Region => ({
  id: 'r',
  sopInstanceUid: '1',
  frame: 1,
  kind: 'lesion',
  label: '',
  shape,
  points,
});
const box = region('rectangle', [10, 20], [30, 60]);

describe('handles', () => {
  it('of a box are its four corners, round from the first', () => {
    expect(handlesOf(box)).toEqual([
      [10, 20],
      [30, 20],
      [30, 60],
      [10, 60],
    ]);
  });

  it('moving one keeps the opposite corner', () => {
    expect(handlesOf(moveHandle(box, 1, [40, 5]))).toContainEqual([10, 60]);
    expect(moveHandle(box, 1, [40, 5]).points).toEqual([
      [10, 60],
      [40, 5],
    ]);
  });

  it('moving a corner of a polygon leaves the others', () => {
    const triangle = region('polygon', [0, 0], [10, 0], [0, 10]);
    expect(moveHandle(triangle, 2, [5, 5]).points).toEqual([
      [0, 0],
      [10, 0],
      [5, 5],
    ]);
  });
});

describe('moving and resizing', () => {
  it('stops at the edge of the image with the size kept', () => {
    expect(moveRegion(box, [-15, 100], 64, 64).points).toEqual([
      [0, 24],
      [20, 64],
    ]);
  });

  it('stretches from the upper left corner, inside the image and not under a pixel', () => {
    expect(resizeRegion(box, [10, 10], 64, 64).points).toEqual([
      [10, 20],
      [40, 64],
    ]);
    expect(resizeRegion(box, [-100, -100], 64, 64).points).toEqual([
      [10, 20],
      [11, 21],
    ]);
  });
});

describe('isInside', () => {
  it('knows the corners of a box are not in its ellipse', () => {
    expect(isInside(box, [11, 21])).toBe(true);
    expect(isInside({ ...box, shape: 'ellipse' }, [11, 21])).toBe(false);
    expect(isInside({ ...box, shape: 'ellipse' }, [20, 40])).toBe(true);
  });

  it('follows the even-odd rule in a polygon with a notch', () => {
    const notched = region('polygon', [0, 0], [10, 0], [10, 10], [5, 3], [0, 10]);
    expect(isInside(notched, [5, 2])).toBe(true);
    expect(isInside(notched, [5, 6])).toBe(false);
    expect(isInside(notched, [9, 6])).toBe(true);
  });
});

describe('withoutRepeats', () => {
  it('drops what a double click leaves', () => {
    expect(
      withoutRepeats([
        [1, 1],
        [1, 1],
        [2, 1],
        [1, 1],
      ]),
    ).toEqual([
      [1, 1],
      [2, 1],
      [1, 1],
    ]);
  });
});
