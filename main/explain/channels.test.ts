import { describe, expect, it } from 'vitest';
import {
  extremesOverSpace,
  productOverChannels,
  productOverSpace,
  relu,
  sumOverSpace,
  weightedSum,
} from './channels';
import { seededWeights } from './testing/fake-network';

/** A 1 × 3 grid of two channels: [1 2 −3] and [10 20 30], and [2 0 1] and [1 −1 0]. */
const a = Float32Array.of(1, 10, 2, 20, -3, 30);
const b = Float32Array.of(2, 1, 0, -1, 1, 0);
const shape = [1, 3, 2] as const;

describe('sums by hand', () => {
  it('over space, one a channel', () => {
    expect([...sumOverSpace(a, shape)]).toEqual([0, 60]);
    expect([...productOverSpace(a, b, shape)]).toEqual([-1, -10]);
  });

  it('over channels, one a cell', () => {
    expect([...productOverChannels(a, b, shape)]).toEqual([12, -20, -3]);
    expect([...weightedSum({ activation: a, shape }, Float64Array.of(2, 0.5))]).toEqual([7, 14, 9]);
  });

  it('the extremes of each channel, and what is above 0', () => {
    const { minimum, maximum } = extremesOverSpace({ activation: a, shape });
    expect([...minimum, ...maximum]).toEqual([-3, 10, 2, 30]);
    expect([...relu(Float32Array.of(-1, 0, 2))]).toEqual([0, 0, 2]);
  });
});

it('adds a large layer up without losing the small values', () => {
  const large: readonly [number, number, number] = [112, 112, 64];
  const values = seededWeights(112 * 112 * 64, 1).map((value) => 1 + value * 1e-3);
  const sums = sumOverSpace(values, large);
  const exact = Array.from({ length: 112 * 112 }, (_, cell) => values[cell * 64 + 5]!);
  expect(sums[5]).toBe(exact.reduce((sum, value) => sum + value, 0));
});
