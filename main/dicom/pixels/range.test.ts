import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/random';
import { rescaled } from './grey-values';
import { rangeOf } from './range';

/** The smallest value that at least this share of the values are no larger than. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

describe('rangeOf whole numbers', () => {
  const random = seededRandom(3);
  const values = Array.from({ length: 2000 }, () => Math.round((random() - 0.5) * 3000));

  it('is exact', () => {
    expect(rangeOf(Int16Array.from(values))).toEqual({
      minimum: Math.min(...values),
      maximum: Math.max(...values),
      low: percentile(values, 0.005),
      high: percentile(values, 0.995),
    });
  });

  it('leaves out what is below the lowest, and padding', () => {
    const kept = values.filter((value) => value >= -1024 && value !== 7);
    const stored = Int32Array.from(values);
    expect(rangeOf(Int16Array.from(values), { stored, from: 7, to: 7 }, -1024)).toEqual({
      minimum: Math.min(...kept),
      maximum: Math.max(...kept),
      low: percentile(kept, 0.005),
      high: percentile(kept, 0.995),
    });
  });

  it('reaches to both ends of 16 bits', () => {
    expect(rangeOf(Int16Array.of(-32_768, 32_767))).toMatchObject({ minimum: -32_768, maximum: 32_767 });
    expect(rangeOf(Int16Array.of(32_767))).toMatchObject({ minimum: 32_767, low: 32_767, high: 32_767 });
  });

  it('is nothing where nothing is left', () => {
    const nothing = { minimum: 0, maximum: 0, low: 0, high: 0 };
    expect(rangeOf(new Int16Array(0))).toEqual(nothing);
    expect(rangeOf(Int16Array.of(-5, -6), null, 0)).toEqual(nothing);
  });
});

describe('rescaled', () => {
  it.each([
    [[1, 2, 3], 1, -1024, Int16Array.of(-1023, -1022, -1021)],
    [[32_767, 0], 1, 1, Float32Array.of(32_768, 1)],
    [[-32_768, 0], 1, -1, Float32Array.of(-32_769, -1)],
    [[65_535], 1, -32_768, Int16Array.of(32_767)],
    [[2 ** 31 - 1], 1, 1, Float32Array.of(2 ** 31)],
    [[1, 2], 1, 0.5, Float32Array.of(1.5, 2.5)],
    [[1, 2], 0.5, 0, Float32Array.of(0.5, 1)],
    [[2, 4], 0.5, 0, Int16Array.of(1, 2)],
  ])('%j × %d + %d', (stored, slope, intercept, expected) =>
    expect(rescaled(Int32Array.from(stored), slope, intercept)).toEqual(expected),
  );
});
