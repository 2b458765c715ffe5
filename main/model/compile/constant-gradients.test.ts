import { expect, it } from 'vitest';
import { ConstantGradients } from './constant-gradients';

it('makes the gradient of the same weights once, and keeps those of the last four', () => {
  const known = new ConstantGradients();
  const made: number[] = [];
  const ask = (at: number): number => {
    const weights = Float32Array.of(at, 1);
    const gradient = known.of(weights, () => {
      made.push(at);
      return Float32Array.of(2 * at);
    });
    weights[0] = -1;
    return gradient[0]!;
  };
  expect([1, 2, 1, 3, 4, 1, 5, 2, 5].map(ask)).toEqual([2, 4, 2, 6, 8, 2, 10, 4, 10]);
  expect(made).toEqual([1, 2, 3, 4, 5]);
});
