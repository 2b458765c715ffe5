import { describe, expect, it } from 'vitest';
import { ridge, solvePositive } from './ridge';
import { seededRandom } from './random';

const [count, size] = [60, 4];
const random = seededRandom(1);
const features = Float64Array.from({ length: count * size }, () => random.normal());
const weights = Float64Array.from({ length: count }, () => 0.1 + random.uniform());
const row = (s: number): number[] => Array.from(features.subarray(s * size, (s + 1) * size));
const linear = (s: number): number => 5 + 2 * row(s)[0]! - 3 * row(s)[1]! + 0.5 * row(s)[2]!;
const noisy = Float64Array.from({ length: count }, (_, s) => linear(s) + random.normal());

/** Σ w (y − b₀ − x·b)² + α|b|², b₀ the best for b. */
function loss(b: ArrayLike<number>, alpha: number): number {
  const left = Array.from(noisy, (y, s) => y - row(s).reduce((sum, x, f) => sum + x * b[f]!, 0));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const intercept = left.reduce((sum, value, s) => sum + weights[s]! * value, 0) / total;
  const missed = left.reduce((sum, value, s) => sum + weights[s]! * (value - intercept) ** 2, 0);
  return missed + alpha * Array.from(b).reduce((sum, value) => sum + value * value, 0);
}

describe('ridge regression', () => {
  it('finds a linear model again when it is hardly held back, with R² = 1', () => {
    const observed = Float64Array.from({ length: count }, (_, s) => linear(s));
    const { coefficients, rSquared } = ridge({ features, count, observed, weights }, 1e-9);
    expect([...coefficients]).toEqual([2, -3, 0.5, 0].map((value) => expect.closeTo(value, 6)));
    expect(rSquared).toBeCloseTo(1, 10);
  });

  it.each([0.01, 1, 30])('has the smallest loss of all weights near it (α = %d)', (alpha) => {
    const { coefficients } = ridge({ features, count, observed: noisy, weights }, alpha);
    const best = loss(coefficients, alpha);
    for (let f = 0; f < size; f++)
      for (const step of [-1e-3, 1e-3])
        expect(
          loss(
            coefficients.map((value, i) => (i === f ? value + step : value)),
            alpha,
          ),
        ).toBeGreaterThan(best);
  });

  it('tells R² as the share of the weighted variance that it explains', () => {
    const fit = ridge({ features, count, observed: noisy, weights }, 1e-9);
    const [missed, total] = [loss(fit.coefficients, 0), loss([0, 0, 0, 0], 0)];
    expect(fit.rSquared).toBeCloseTo(1 - missed / total, 8);
    expect(fit.rSquared).toBeLessThan(0.99);
  });

  it('gives a feature that never varies no weight, and has no R² where nothing varies', () => {
    const constant = features.map((value, i) => (i % size === 3 ? 1 : value));
    expect(ridge({ features: constant, count, observed: noisy, weights }, 1).coefficients[3]).toBe(0);
    const flat = ridge({ features, count, observed: new Float64Array(count).fill(0.1), weights }, 1);
    expect([...flat.coefficients]).toEqual([0, 0, 0, 0]);
    expect(flat.rSquared).toBeNull();
  });
});

describe('a positive definite system', () => {
  it('is solved', () => {
    const M = Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3);
    const x = solvePositive(M.slice(), Float64Array.of(1, -2, 3));
    const product = [0, 1, 2].map((i) => [0, 1, 2].reduce((sum, j) => sum + M[3 * i + j]! * x[j]!, 0));
    expect(product).toEqual([1, -2, 3].map((value) => expect.closeTo(value, 12)));
  });
});
