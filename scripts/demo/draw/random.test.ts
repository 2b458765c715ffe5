import { describe, expect, it } from 'vitest';
import { randomFrom } from './random';

const many = (draw: () => number, count = 20000): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((v) => (v - mean(values)) ** 2));

describe('randomFrom', () => {
  it('repeats itself for a seed and differs for another', () => {
    const draw = (seed: string): number[] => many(randomFrom(seed).next, 5);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('has the moments of its distributions', () => {
    const random = randomFrom('moments');
    expect(mean(many(random.next))).toBeCloseTo(0.5, 1);
    const normal = many(random.gaussian, 4000);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(Math.sqrt(variance(normal))).toBeCloseTo(1, 1);
  });

  it.each([0.7, 6, 400])('counts Poisson events of mean %d with a variance of the same size', (rate) => {
    const random = randomFrom(`poisson ${rate}`);
    const counts = many(() => random.poisson(rate), 4000);
    expect(Math.abs(mean(counts) / rate - 1)).toBeLessThan(0.05);
    expect(Math.abs(variance(counts) / rate - 1)).toBeLessThan(0.1);
  });
});
