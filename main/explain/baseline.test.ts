import { describe, expect, it } from 'vitest';
import { baselineOf } from './baseline';
import { blur } from './blur';
import { seededWeights } from './testing/fake-network';

const inputShape = [32, 48, 2] as const;
const input = seededWeights(32 * 48 * 2, 1);
const range = [
  { minimum: -2, maximum: 2 },
  { minimum: -1, maximum: 5 },
];
const mean = (values: Float32Array, channel: number): number =>
  values.reduce((sum, value, i) => sum + (i % 2 === channel ? value : 0), 0) / (values.length / 2);
const variance = (values: Float32Array, channel: number): number =>
  values.reduce((sum, value, i) => sum + (i % 2 === channel ? (value - mean(values, channel)) ** 2 : 0), 0);

describe('what stands for nothing', () => {
  it.each([
    ['black', -2, -1],
    ['middle', 0, 2],
    ['mean', mean(input, 0), mean(input, 1)],
  ] as const)('%s is one value a channel', (id, first, second) => {
    const baseline = baselineOf({ input, inputShape, range }, id);
    expect(baseline).toHaveLength(input.length);
    baseline.forEach((value, i) => expect(value).toBeCloseTo(i % 2 ? second : first, 6));
  });

  it('blurred keeps the mean about where it was and takes the detail', () => {
    const blurred = baselineOf({ input, inputShape, range }, 'blurred');
    for (const channel of [0, 1]) {
      expect(mean(blurred, channel)).toBeCloseTo(mean(input, channel), 1);
      expect(variance(blurred, channel)).toBeLessThan(0.05 * variance(input, channel));
    }
  });

  it('is refused by a name that is not in the list', () => {
    expect(() => baselineOf({ input, inputShape, range }, 'white')).toThrow(/no baseline "white"/);
  });
});

describe('blur', () => {
  it('spreads a point into a Gaussian of its standard deviation', () => {
    const point = new Float32Array(41 * 61);
    point[20 * 61 + 30] = 1;
    const spread = blur(point, [41, 61, 1], 2);
    let [sum, across, down] = [0, 0, 0];
    spread.forEach((value, at) => {
      sum += value;
      down += value * (Math.floor(at / 61) - 20) ** 2;
      across += value * ((at % 61) - 30) ** 2;
    });
    expect(sum).toBeCloseTo(1, 5);
    expect(Math.sqrt(across)).toBeCloseTo(2, 1);
    expect(Math.sqrt(down)).toBeCloseTo(2, 1);
    expect(spread[20 * 61 + 32]! / spread[20 * 61 + 30]!).toBeCloseTo(Math.exp(-0.5), 4);
  });

  it('leaves one colour as it is, to the very border, each channel for itself', () => {
    const flat = Float32Array.from({ length: 5 * 7 * 2 }, (_, i) => (i % 2 ? 3 : -1));
    expect([...blur(flat, [5, 7, 2], 4)]).toEqual([...flat].map((value) => expect.closeTo(value, 5)));
  });
});
