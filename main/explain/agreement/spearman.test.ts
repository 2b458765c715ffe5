import { describe, expect, it } from 'vitest';
import { averageRanks, spearman } from './spearman';

describe("Spearman's rank correlation", () => {
  it('shares the mean of their ranks among equal values', () => {
    expect([...averageRanks(Float32Array.of(5, 1, 5, 0, 5))]).toEqual([4, 2, 4, 1, 4]);
  });

  it('is what it is by hand without ties: 1 − 6 Σd² / n(n² − 1)', () => {
    // d = 0, 1, −1, 0 and Σd² = 2: 1 − 12 / 60.
    expect(spearman(Float32Array.of(1, 2, 3, 4), Float32Array.of(10, 30, 20, 40))).toBeCloseTo(0.8, 12);
  });

  it('is what it is by hand with ties', () => {
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4 about 2.5: 4.5 / √(4.5 · 5).
    const tied = Float32Array.of(0, 7, 7, 9);
    expect(spearman(tied, Float32Array.of(1, 2, 3, 4))).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  it('asks only for the order: 1 for any rising function, −1 for a falling one', () => {
    const map = Float32Array.of(3, -1, 2, 8);
    expect(spearman(map, map.map(Math.exp))).toBeCloseTo(1, 12);
    expect(
      spearman(
        map,
        map.map((value) => -value),
      ),
    ).toBeCloseTo(-1, 12);
  });

  it('is nothing where a map is constant', () => {
    expect(spearman(new Float32Array(4), Float32Array.of(1, 2, 3, 4))).toBeNull();
    expect(spearman(Float32Array.of(1, 2, 3, 4), new Float32Array(4).fill(0.3))).toBeNull();
  });
});
