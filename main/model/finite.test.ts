import { describe, expect, it } from 'vitest';
import { allFinite } from './finite';

describe('values that are all numbers', () => {
  it.each([
    [[0, -0, 1, -3e38], true],
    [[], true],
    [[1, NaN, 2], false],
    [[Infinity], false],
    [[0, -Infinity, Infinity], false],
  ])('%j: %s', (values, expected) => {
    expect(allFinite(Float32Array.from(values))).toBe(expected);
  });
});
