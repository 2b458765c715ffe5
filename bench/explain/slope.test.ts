import { expect, it } from 'vitest';
import { slopeOf } from './slope';

it('is exact on a line and 0 on a level one', () => {
  expect(slopeOf([0, 500, 1000].map((at) => ({ at, value: 300 + 0.02 * at })))).toBeCloseTo(0.02, 12);
  expect(slopeOf([0, 500, 1000].map((at) => ({ at, value: 300 })))).toBe(0);
});

it('is the least-squares slope', () => {
  const samples = [1, 2, 3].map((at, index) => ({ at, value: [1, 3, 2][index]! }));
  expect(slopeOf(samples)).toBeCloseTo(0.5, 12);
});
