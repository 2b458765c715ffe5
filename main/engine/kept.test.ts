import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../preload/vocabulary';
import { toSlice } from '../explain/resize';
import { seededValues } from '../model/sample';
import { placementOf } from '../prepare/placement';
import { PersonError } from '../process/errors';
import { answerOf, Kept } from './kept';

const placement = placementOf({ rows: 9, columns: 12 }, { rows: 8, columns: 8 }, 'crop');

/** An explanation of a grid of 2 × 3 cells as the engine makes it. */
function explanationOf(id: string, more: Partial<Explanation> = {}): Explanation {
  const gridMap = seededValues(6, id.length);
  return {
    ...{ id, modelId: '/m', sopInstanceUid: '1.2', frame: 3, method: 'grad-cam', unit: 'logit' },
    ...{ parameters: {}, classIndex: 1, against: null, classLabel: 'b', seen: [0, 0, 12, 9] },
    scores: [
      { label: 'a', logit: 0.5, probability: 0.25 },
      { label: 'b', logit: 2, probability: 0.75 },
    ],
    ...{ layer: 'conv', layers: ['conv'], grid: [2, 3], gridMap },
    map: toSlice(gridMap, [2, 3], placement),
    milliseconds: { prepare: 0, forward: 0, explain: 0 },
    warnings: [],
    ...more,
  };
}

describe('kept explanations', () => {
  it('are made again with the map that they had', () => {
    const kept = new Kept();
    const explanation = explanationOf('x');
    kept.addLight(explanation, placement);
    expect(explanation.map.peak).toBeGreaterThan(0);
    expect(kept.get('x')).toEqual(explanation);
    expect(kept.withMap('x')).toEqual(explanation);
  });

  it('keep the very map of one that is looked at, and of the one that was made again last', () => {
    const kept = new Kept();
    const explanation = explanationOf('x');
    expect(kept.add(explanation, placement)).toBe(explanation);
    expect(kept.get('x')).toBe(explanation);
    kept.addLight(explanationOf('light'), placement);
    expect(kept.get('light')).toBe(kept.get('light'));
  });

  it('are null or an error once they are gone', () => {
    expect(new Kept().get('gone')).toBeNull();
    expect(() => new Kept().withMap('gone')).toThrow(
      new PersonError('This map is no longer kept; explain the slice again.'),
    );
  });

  it('that have no map are without it again, and say why', () => {
    const kept = new Kept();
    const nothing = toSlice(new Float32Array(1), [1, 1], placement);
    const empty = { layer: '', layers: [], grid: [0, 0], gridMap: new Float32Array(0) } as const;
    const explanation = explanationOf('x', { ...empty, map: nothing, warnings: ['It has no layers.'] });
    kept.addLight(explanation, placement);
    expect(kept.get('x')).toEqual(explanation);
    expect(() => kept.withMap('x')).toThrow(new PersonError('It has no layers.'));
  });

  it('give up what was used longest ago when all of them weigh too much', () => {
    const cells = 2 ** 20;
    const kept = new Kept();
    const big = { grid: [cells, 1], gridMap: new Float32Array(cells) } as const;
    const ids = Array.from({ length: 70 }, (_, index) => `light ${index}`);
    for (const id of ids) kept.addLight(explanationOf(id, big), placement);
    const left = ids.filter((id) => kept.get(id));
    expect(left.length).toBeLessThanOrEqual(64);
    expect(left).toEqual(ids.slice(-left.length));
  });

  it('weigh what their scores weigh, which is more than their map where there are many classes', () => {
    const kept = new Kept();
    const scores = Array.from({ length: 100_000 }, () => ({ label: 'c', logit: 0, probability: 0 }));
    const ids = Array.from({ length: 60 }, (_, index) => `light ${index}`);
    for (const id of ids) kept.addLight(explanationOf(id, { scores }), placement);
    expect(ids.map((id) => kept.get(id) !== null).indexOf(true)).toBeGreaterThan(0);
  });
});

describe('what a run tells of a slice', () => {
  it('is the probability of its class and the peak of its map', () => {
    const explanation = explanationOf('x');
    expect(answerOf(explanation)).toEqual({
      ...{ explanationId: 'x', sopInstanceUid: '1.2', frame: 3, modelId: '/m', label: 'b', unit: 'logit' },
      score: 0.75,
      peak: explanation.map.peak,
    });
  });

  it('is the difference of the probabilities where one class is taken from another', () => {
    expect(answerOf(explanationOf('x', { against: 0 })).score).toBe(0.5);
  });
});
