import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SliceTold } from '../../preload/vocabulary';
import type { SeriesQuestion } from '../explain/explain-many';
import { Passes } from '../explain/passes';
import { choosy, marked } from '../explain/testing/choosy-model';
import { trialModel, trialSources } from '../explain/testing/trial-model';
import type { Model } from '../model/port';
import { explainSlices } from './explain-slices';
import { Kept } from './kept';

const question: SeriesQuestion = {
  ...{ method: 'grad-cam', classIndex: 2, against: null, layers: [], parameters: {} },
};
const turn = () => Promise.resolve();

let model: Model;
beforeAll(async () => void (model = await trialModel()));
afterAll(() => model.dispose());

/** Five slices, frames 1 to 5, of which the model cannot answer the third. */
const sources = () =>
  marked(trialSources(model, 5), [2]).map((source, index) => ({
    ...source,
    ...{ sopInstanceUid: '1.2.3', frame: index + 1 },
  }));

/** A run, and what it told, in order. */
function ran(method: string) {
  const told: SliceTold[] = [];
  const kept = new Kept();
  const setting = { model: { ...choosy(model), batch: 2 }, passes: new Passes(), turn, sources: sources() };
  const tell = (some: readonly SliceTold[]) => void told.push(...some);
  const answers = explainSlices(setting, { ...question, method }, kept, tell);
  return { answers, told, kept };
}

describe('explaining slices', () => {
  it.each(['grad-cam', 'eigen-cam'])(
    '%s: leaves out a slice that the model cannot answer, in its place, with the reason',
    async (method) => {
      const { answers, told, kept } = ran(method);
      expect((await answers).map(({ frame }) => frame)).toEqual([1, 2, 4, 5]);
      expect(told.map(({ frame }) => frame)).toEqual([1, 2, 3, 4, 5]);
      expect(told[2]).toEqual({
        ...{ sopInstanceUid: '1.2.3', frame: 3 },
        reason: expect.stringMatching(/values that are no numbers/) as string,
      });
      for (const { explanationId, frame } of await answers)
        expect(kept.get(explanationId)).toMatchObject({ frame });
    },
  );
});
