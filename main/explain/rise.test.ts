import { describe, expect, it } from 'vitest';
import { rise } from './rise';
import { riseMask } from './rise-masks';
import { identity, linearHead, sizeOf } from './testing/fake-network';
import { mapOn } from './testing/fake-probe';

const shape = [24, 36, 1] as const;
const masks = { cells: 6, probability: 0.5, seed: 1 };
const length = sizeOf(shape);
const mean = (values: Iterable<number>): number => {
  const all = [...values];
  return all.reduce((sum, value) => sum + value, 0) / all.length;
};

/** A model that looks at the pixels of rows 14–17, columns 6–9, and at nothing else. */
const looked = (at: number): boolean => {
  const [row, column] = [Math.floor(at / 36), at % 36];
  return row >= 14 && row < 18 && column >= 6 && column < 10;
};
const region = Float32Array.from({ length }, (_, at) => (looked(at) ? 0.25 : 0));
const setting = { layer: identity(shape), head: linearHead(region), input: new Float32Array(length).fill(1) };

describe('masks of RISE', () => {
  it('lie between 0 and 1 with the mean p at each pixel', () => {
    const sum = new Float64Array(length);
    const many = 3000;
    for (let index = 0; index < many; index++)
      riseMask({ ...masks, probability: 0.3 }, shape, index).forEach((value, at) => {
        if (value < 0 || value > 1) throw new Error(`mask ${index} has ${value}`);
        sum[at]! += value / many;
      });
    // Standard deviation of the mean at a pixel is at most √(0.21 / 3000) = 0.0084.
    for (const value of sum) expect(Math.abs(value - 0.3)).toBeLessThan(0.042);
  });

  it('are bilinear between cells: as long steps as a cell has pixels, and shifted from one to the next', () => {
    const edges = new Set<number>();
    for (let index = 0; index < 200; index++) {
      const mask = riseMask(masks, shape, index);
      const row = Array.from(mask.subarray(0, 36));
      const steps = row.slice(1).map((value, i) => Math.abs(value - row[i]!));
      // 6 cells on 7 · 6 pixels: a cell is 7 pixels wide.
      expect(Math.max(...steps)).toBeLessThanOrEqual(1 / 7 + 1e-6);
      const first = row.findIndex((value, i) => i > 0 && value !== row[0]);
      if (first > 0) edges.add(first % 7);
    }
    expect(edges.size).toBeGreaterThan(3);
  });
});

describe('RISE', () => {
  it('peaks where the model looks, and is about 0 elsewhere', async () => {
    const map = await mapOn(rise, { ...setting, parameters: { masks: 2000, cells: 6, score: 'logit' } });
    const peak = map.indexOf(Math.max(...map));
    expect(Math.abs(Math.floor(peak / 36) - 15.5)).toBeLessThanOrEqual(3);
    expect(Math.abs((peak % 36) - 7.5)).toBeLessThanOrEqual(3);
    const far = map.filter((_, at) => at % 36 >= 20);
    expect(Math.abs(mean(far))).toBeLessThan(0.05 * map[peak]!);
  });

  it('is Equation 6 when the offset stays in, and Equation 6 of the scores less their mean when it is removed', async () => {
    const count = 40;
    const all = Array.from({ length: count }, (_, index) => riseMask(masks, shape, index));
    const scores = all.map((mask) => mask.reduce((sum, value, at) => sum + value * region[at]!, 0));
    const expected = (offset: number): number[] =>
      Array.from({ length }, (_, at) =>
        scores.reduce((sum, score, index) => sum + ((score - offset) * all[index]![at]!) / (0.5 * count), 0),
      );
    const parameters = { masks: count, cells: 6, score: 'logit' };
    const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 4));
    const kept = await mapOn(rise, { ...setting, parameters: { ...parameters, offset: 'kept' } });
    expect([...kept]).toEqual(near(expected(0)));
    expect([...(await mapOn(rise, { ...setting, parameters }))]).toEqual(near(expected(mean(scores))));
  });

  it('masks towards black, also where black is not 0', async () => {
    const normalised = {
      ...setting,
      input: setting.input.map((value) => value * 4 - 2),
      range: [{ minimum: -2, maximum: 2 }],
      head: linearHead(
        region.map((weight) => weight / 4),
        2,
      ),
    };
    const parameters = { masks: 30, score: 'logit', offset: 'kept' };
    const plain = await mapOn(rise, { ...setting, parameters });
    const shifted = await mapOn(rise, { ...normalised, parameters });
    expect([...shifted]).toEqual([...plain].map((value) => expect.closeTo(value, 4)));
  });

  it('looks at probabilities unless logits are chosen', async () => {
    const parameters = { masks: 50 };
    const probability = await mapOn(rise, { ...setting, parameters });
    const logit = await mapOn(rise, { ...setting, parameters: { ...parameters, score: 'logit' } });
    // The sigmoid's slope is at most a quarter.
    expect(Math.max(...probability)).toBeGreaterThan(0);
    expect(Math.max(...probability)).toBeLessThan(0.3 * Math.max(...logit));
  });
});
