import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../model/port';
import { explain } from './explain';
import { explainMany, type OneOfMany, type SeriesQuestion } from './explain-many';
import { methods } from './index';
import { Passes } from './passes';
import { listening, trialModel, trialSources } from './testing/trial-model';

const question: SeriesQuestion = {
  ...{ method: 'grad-cam', classIndex: 2, against: null, layers: [], parameters: {} },
};
const turn = () => Promise.resolve();

/** The largest difference of two maps; a map of nothing may be among them, so it is not a share. */
const apart = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), Math.abs(a.length - b.length));

let whole: Model;
beforeAll(async () => void (whole = await trialModel()));
afterAll(() => whole.dispose());

async function many(model: Model, asked: SeriesQuestion, count = 5): Promise<OneOfMany[]> {
  const setting = { model, passes: new Passes(), turn, sources: trialSources(model, count) };
  const made: OneOfMany[] = [];
  for await (const one of explainMany(setting, asked, () => 'id')) made.push(one);
  return made;
}

const alone = (asked: SeriesQuestion, index: number) =>
  explain(
    { model: whole, passes: new Passes(), turn, source: trialSources(whole, index + 1)[index]! },
    asked,
    'id',
  );

describe('explaining many', () => {
  const batched = methods.filter(({ needs }) => needs === 'layer-gradient').map(({ id }) => id);

  it.each([...batched, 'eigen-cam'])('%s: gives the numbers of one by one', async (method) => {
    const made = await many({ ...whole, batch: 2 }, { ...question, method });
    expect(made.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(Math.max(...made.map(({ explanation }) => explanation.map.peak))).toBeGreaterThan(1e-3);
    for (const { index, explanation } of made) {
      const one = await alone({ ...question, method }, index);
      expect(apart(explanation.gridMap, one.gridMap)).toBeLessThanOrEqual(1e-5);
      expect(apart(explanation.map.values, one.map.values)).toBeLessThanOrEqual(1e-5);
      expect(explanation.classIndex).toBe(2);
      expect(explanation.scores[2]!.logit).toBeCloseTo(one.scores[2]!.logit, 5);
    }
  });

  it('holds for the difference of two classes and for fused layers', async () => {
    const asked = { ...question, against: 1, layers: whole.layers.slice(-3).map(({ name }) => name) };
    for (const { index, explanation } of await many(whole, asked, 3)) {
      const one = await alone(asked, index);
      expect(apart(explanation.gridMap, one.gridMap)).toBeLessThanOrEqual(1e-5);
      expect(explanation.layer).toBe(one.layer);
    }
  });

  it('runs the model once a batch', async () => {
    const { model, calls } = listening({ ...whole, batch: 2 });
    await many(model, question);
    expect(calls).toEqual(['reachWithGradient', 'reachWithGradient', 'reachWithGradient']);
  });

  it('has given what was made before the turn gave it up', async () => {
    const setting = { model: { ...whole, batch: 2 }, passes: new Passes(), sources: trialSources(whole, 5) };
    const stopped = async (done: number): Promise<void> => {
      if (done >= 2) throw new Error('stopped');
    };
    const made: number[] = [];
    const run = async (): Promise<void> => {
      for await (const { index } of explainMany({ ...setting, turn: stopped }, question, () => 'id'))
        made.push(index);
    };
    await expect(run()).rejects.toThrow('stopped');
    expect(made).toEqual([0, 1]);
  });

  it('refuses a class that the model lacks', async () => {
    await expect(many(whole, { ...question, classIndex: 9 })).rejects.toThrow('classes 0 to 4');
  });
});
