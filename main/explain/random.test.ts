import { describe, expect, it } from 'vitest';
import { seededRandom } from './random';

const many = 100_000;
const draw = (next: () => number): number[] => Array.from({ length: many }, next);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: readonly number[], power: number): number =>
  mean(values.map((value) => value ** power));
const centred = (values: readonly number[]): number[] => {
  const middle = mean(values);
  return values.map((value) => value - middle);
};
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [centred(a), centred(b)];
  return mean(x.map((value, i) => value * y[i]!)) / Math.sqrt(moment(x, 2) * moment(y, 2));
};

describe('seeded random numbers', () => {
  it('are the same for the same seed and stream, and others for others', () => {
    const first = (seed: number, stream: number): number[] =>
      draw(seededRandom(seed, stream).uniform).slice(0, 5);
    expect(first(7, 3)).toEqual(first(7, 3));
    const starts = [first(7, 3), first(7, 4), first(8, 3), first(3, 7), first(2 ** 32 - 1, 0), first(0, 0)];
    expect(new Set(starts.map(([value]) => value)).size).toBe(starts.length);
  });

  it('are spread evenly over 0..1, each sixteenth alike', () => {
    const values = draw(seededRandom(1).uniform);
    const counts = new Array<number>(16).fill(0);
    for (const value of values) counts[Math.floor(value * 16)]!++;
    // χ² of 15 degrees of freedom: above 37.7 one time in a thousand.
    const expected = many / 16;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(37.7);
  });

  it('are normal: the first four moments are 0, 1, 0 and 3', () => {
    const values = draw(seededRandom(2).normal);
    expect(mean(values)).toBeCloseTo(0, 1.5);
    expect(moment(values, 2)).toBeCloseTo(1, 1.5);
    expect(moment(values, 3)).toBeCloseTo(0, 1);
    expect(moment(values, 4)).toBeCloseTo(3, 0.7);
  });

  it('know nothing of the numbers before them or of the next stream', () => {
    const values = draw(seededRandom(3, 0).normal);
    expect(Math.abs(correlation(values, draw(seededRandom(3, 1).normal)))).toBeLessThan(0.015);
    expect(Math.abs(correlation(values, draw(seededRandom(4, 0).normal)))).toBeLessThan(0.015);
    expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.015);
  });
});
