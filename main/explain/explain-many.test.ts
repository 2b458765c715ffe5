import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../model/port';
import { explain } from './explain';
import type { Explanation } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import { explainMany, type OneOfMany, type SeriesQuestion, type SeriesSetting } from './explain-many';
import { methods } from './index';
import { Passes } from './passes';
import { choosy, marked } from './testing/choosy-model';
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

async function many(
  model: Model,
  asked: SeriesQuestion,
  more: Partial<SeriesSetting> = {},
): Promise<OneOfMany[]> {
  const setting = { model, passes: new Passes(), turn, sources: trialSources(model, 5), ...more };
  const made: OneOfMany[] = [];
  for await (const one of explainMany(setting, asked, () => 'id')) made.push(one);
  return made;
}

/** What was explained; one that was refused is not among them. */
const explained = (made: readonly OneOfMany[]) =>
  made.flatMap((one): { index: number; explanation: Explanation }[] => ('explanation' in one ? [one] : []));

const alone = (asked: SeriesQuestion, index: number) =>
  explain(
    { model: whole, passes: new Passes(), turn, source: trialSources(whole, index + 1)[index]! },
    asked,
    'id',
  );

describe('explaining many', () => {
  const batched = methods.filter(({ needs }) => needs === 'layer-gradient').map(({ id }) => id);

  it.each([...batched, 'eigen-cam'])('%s: gives the numbers of one by one', async (method) => {
    const made = explained(await many({ ...whole, batch: 2 }, { ...question, method }));
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
    for (const { index, explanation } of explained(
      await many(whole, asked, { sources: trialSources(whole, 3) }),
    )) {
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

describe('a source that the model cannot answer', () => {
  const problem = expect.stringMatching(/values that are no numbers/) as string;
  const layers = () => whole.layers.slice(-2).map(({ name }) => name);
  const badAt = (count: number, ...places: number[]) => marked(trialSources(whole, count), places);

  it.each([
    ['in batches', 'grad-cam', 3],
    ['in one batch', 'grad-cam', 16],
    ['one by one', 'eigen-cam', 3],
  ])('%s: is told in its place, and the others are explained as ever', async (_how, method, batch) => {
    const asked = { ...question, method };
    const made = await many({ ...choosy(whole), batch }, asked, { sources: badAt(5, 1) });
    expect(made.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(made[1]).toEqual({ index: 1, problem });
    expect(explained(made).map(({ index }) => index)).toEqual([0, 2, 3, 4]);
    for (const { index, explanation } of explained(made)) {
      const one = await alone(asked, index);
      expect(apart(explanation.gridMap, one.gridMap)).toBeLessThanOrEqual(1e-5);
    }
  });

  it('makes only its own batch run one by one, with a turn before each', async () => {
    const { model, calls } = listening({ ...choosy(whole), batch: 2 });
    const turns: number[] = [];
    const told = async (done: number): Promise<void> => void turns.push(done);
    await many(model, question, { sources: badAt(5, 2), turn: told });
    expect(calls).toEqual(Array.from({ length: 5 }, () => 'reachWithGradient'));
    expect(turns).toEqual([0, 2, 3, 4]);
  });

  it('is told with the first answer where it comes before it', async () => {
    const sources = badAt(4, 0, 1);
    const made = await many({ ...choosy(whole), batch: 2 }, question, { sources });
    expect(made.map((one) => 'problem' in one)).toEqual([true, true, false, false]);
  });

  it('throws the first refusal where none is answered, unless some were before', async () => {
    const sources = badAt(3, 0, 1, 2);
    await expect(many(choosy(whole), question, { sources })).rejects.toThrow(PersonError);
    const made = await many(choosy(whole), question, { sources, answeredBefore: true });
    expect(made).toEqual([0, 1, 2].map((index) => ({ index, problem })));
  });

  it.each([
    ['an unknown layer', { layers: ['nowhere'] }, /no spatial layer named "nowhere"/],
    ['an unknown parameter', { parameters: { colour: 1 } }, /colour/],
    ['a class against itself', { against: 2 }, /against itself/],
  ])('is another thing than a question that nothing answers: %s', async (_what, more, sentence) => {
    await expect(many(whole, { ...question, ...more })).rejects.toThrow(sentence);
  });

  it('is another thing than a gradient that the model does not have', async () => {
    const none = (): never => {
      throw new PersonError('TensorFlow.js has no gradient for the op TopK, which lies above it.');
    };
    const model = { ...whole, reachWithGradient: none, gradientAbove: none };
    await expect(many(model, { ...question, layers: layers() })).rejects.toThrow(/no gradient/);
  });

  it('is another thing than a fault, which ends the run', async () => {
    let runs = 0;
    const reachWithGradient: Model['reachWithGradient'] = (...given) => {
      if (++runs > 1) throw new TypeError('a fault');
      return whole.reachWithGradient(...given);
    };
    await expect(many({ ...whole, batch: 2, reachWithGradient }, question)).rejects.toThrow(TypeError);
  });
});
