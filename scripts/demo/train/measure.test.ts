import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './measure';

describe('areaUnderCurve', () => {
  it('is the share of pairs in the right order', () => {
    expect(areaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
    expect(areaUnderCurve([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
    expect(areaUnderCurve([1, 3, 2, 4], [0, 0, 1, 1])).toBe(0.75);
  });

  it('counts ties half', () => {
    expect(areaUnderCurve([1, 1, 1, 1], [0, 1, 0, 1])).toBe(0.5);
  });

  it('is not a number without both classes', () => {
    expect(areaUnderCurve([1, 2], [1, 1])).toBeNaN();
  });
});
