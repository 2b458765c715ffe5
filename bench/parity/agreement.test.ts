import { describe, expect, it } from 'vitest';
import { agreementOf, agrees, pearson, relativeL2 } from './agreement';

describe('pearson', () => {
  it('is 1 for a scaled and shifted copy and −1 for a negative one', () => {
    expect(pearson([1, 2, 4], [3, 5, 9])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 4], [-1, -2, -4])).toBeCloseTo(-1, 12);
  });

  it('is what it is by hand', () => {
    // Deviations −1, 0, 1 and −1/3, 2/3, −1/3: no covariance.
    expect(pearson([1, 2, 3], [0, 1, 0])).toBeCloseTo(0, 12);
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
  });

  it('does not exist for a constant map', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});

describe('relativeL2', () => {
  it('is the distance in units of the second', () => {
    expect(relativeL2([3, 4], [0, 4])).toBeCloseTo(0.75, 12);
    expect(relativeL2([1, 2], [1, 2])).toBe(0);
  });

  it('does not exist beside a map of nothing', () => {
    expect(relativeL2([1], [0])).toBeNull();
  });

  it('refuses maps of different lengths', () => {
    expect(() => relativeL2([1], [1, 2])).toThrow('1 and 2 values');
  });
});

describe('agrees', () => {
  it('wants the same shape and the same scale', () => {
    const map = [0, 1, 2, 3];
    const times = (factor: number) => map.map((value) => value * factor);
    expect(agrees(agreementOf(map, map))).toBe(true);
    expect(agrees(agreementOf(times(1.005), map))).toBe(true);
    expect(agrees(agreementOf(times(1.02), map))).toBe(false);
    expect(agrees(agreementOf([0, 1, 2, 2.8], map))).toBe(false);
  });

  it('does not take two maps of nothing for an agreement', () => {
    expect(agrees(agreementOf([0, 0], [0, 0]))).toBe(false);
  });
});
