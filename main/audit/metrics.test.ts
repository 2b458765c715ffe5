import { describe, expect, it } from 'vitest';
import { attentionOf } from './attention';
import { figure, type Metric } from './metric';
import { metrics } from './metrics';
import { mapOf } from './testing/explanation';

const named = (id: string): Metric => metrics.find((metric) => metric.id === id)!;
const of = (
  id: string,
  values: number[],
  pixels: number[],
  threshold = 0.5,
  seen = [0, 0, values.length, 1],
) => {
  const attention = attentionOf(
    mapOf(1, values.length, (c) => values[c]!),
    seen,
    threshold,
  );
  return figure(named(id), { attention, pixels: Uint32Array.from(pixels) });
};

describe('by hand', () => {
  const values = [0, 1, 5, 2, 0, 0, 2, 0, 0, 0];

  it('energy share: 7 of 10, chance 2 of 10', () => {
    expect(of('energy-share', values, [2, 3])).toMatchObject({ value: 0.7, chance: 0.2 });
  });

  it('enrichment: 0.7 / 0.2 against 1', () => {
    expect(of('energy-enrichment', values, [2, 3]).value).toBeCloseTo(3.5, 12);
    expect(of('energy-enrichment', values, [2, 3]).chance).toBe(1);
  });

  it('pointing: hit, miss, and the part of a plateau', () => {
    expect(of('pointing', values, [2, 3]).value).toBe(1);
    expect(of('pointing', values, [3, 6]).value).toBe(0);
    const plateau = of('pointing', [4, 4, 4, 4, 0], [0, 4]);
    expect(plateau.value).toBe(0.25);
    expect(plateau.note).toBe('1 of 4 pixels that share the largest value');
  });

  it('IoU: at 0.4 of the peak three are drawn, one of them marked with another', () => {
    // drawn {2, 3, 6}; marked {1, 2}: intersection 1, union 4. p = .2, q = .3: .06 / .44.
    const { value, chance } = of('iou', values, [1, 2], 0.4);
    expect(value).toBe(0.25);
    expect(chance).toBeCloseTo(0.06 / 0.44, 12);
  });

  it('IoU does not count pixels of 0 as drawn at a threshold of 0', () => {
    expect(of('iou', values, [1, 2, 3, 6], 0).value).toBe(1);
  });

  it('rank accuracy: ties at the K-th value count in part', () => {
    // K = 2: 5 is in, one of the two 2s is drawn by lot; marked {2, 6}: (1 + 1/2) / 2.
    expect(of('rank-accuracy', values, [2, 6]).value).toBe(0.75);
    expect(of('rank-accuracy', values, [2, 3, 6]).value).toBe(1);
    expect(of('rank-accuracy', values, [0, 4]).value).toBe(0);
    // K = 6 reaches into the six zeros: 4 above, 2 of 6 drawn; marked holds 5, 2 and four zeros.
    expect(of('rank-accuracy', values, [0, 2, 3, 4, 5, 7]).value).toBeCloseTo((2 + (4 * 2) / 6) / 6, 12);
  });

  it('measures only what the model saw', () => {
    const { value, chance } = of('energy-share', values, [2, 3], 0.5, [0, 0, 4, 1]);
    expect(value).toBeCloseTo(7 / 8, 12);
    expect(chance).toBe(0.5);
  });
});

describe.each(metrics.map((metric) => [metric.id, metric] as const))('%s', (_, metric) => {
  const seen = [0, 0, 6, 6];
  const flat = attentionOf(
    mapOf(6, 6, () => 0.37),
    seen,
    0.5,
  );
  const nothing = attentionOf(
    mapOf(6, 6, () => 0),
    seen,
    0.5,
  );

  it('is not applicable to an empty mask or a map of nothing', () => {
    const empty = figure(metric, { attention: flat, pixels: new Uint32Array(0) });
    const zero = figure(metric, { attention: nothing, pixels: Uint32Array.of(1, 2) });
    for (const { value, chance, note } of [empty, zero]) {
      expect([value, chance]).toEqual([null, null]);
      expect(note).toMatch(/^not applicable: /);
    }
  });

  it('gives a map without a preference its chance level', () => {
    const { value, chance } = figure(metric, {
      attention: flat,
      pixels: Uint32Array.of(0, 1, 2, 8, 14, 20, 21),
    });
    // A flat map draws every pixel, and IoU's chance is then that of a mask of everything.
    expect(value).toBeCloseTo(chance!, 9);
  });

  it('gives a map that is the region its best', () => {
    const attention = attentionOf(
      mapOf(6, 6, (c, r) => (c < 2 && r < 2 ? 3 : 0)),
      seen,
      0.5,
    );
    const { value } = figure(metric, { attention, pixels: Uint32Array.of(0, 1, 6, 7) });
    expect(value).toBeCloseTo(metric.unit === 'ratio' ? 9 : 1, 9);
  });

  it('names itself', () => {
    for (const text of [metric.id, metric.name, metric.meaning, metric.reference]) expect(text).not.toBe('');
  });
});
