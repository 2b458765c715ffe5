import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../model/port';
import { relativeL2 } from '../model/testing/forms';
import { classMaps } from './class-maps';
import { explain } from './explain';
import { methods } from './index';
import { Passes } from './passes';
import { listening, trialModel, trialSources } from './testing/trial-model';

const turn = () => Promise.resolve();

let whole: Model;
beforeAll(async () => void (whole = await trialModel()));
afterAll(() => whole.dispose());

const settingOf = (model: Model) => ({
  ...{ model, passes: new Passes(), turn, source: trialSources(model, 1)[0]! },
});

describe('the maps of all classes', () => {
  const gradients = methods.filter(({ needs }) => needs === 'layer-gradient').map(({ id }) => id);

  it.each(gradients)('%s: each is the map of its class alone', async (method) => {
    const maps = await classMaps(settingOf(whole), { method, layer: '', parameters: {} });
    expect(maps.map(({ classIndex }) => classIndex)).toEqual([0, 1, 2, 3, 4]);
    for (const { classIndex, gridMap, grid, probability, label, peak } of maps) {
      const question = { method, classIndex, against: null, layers: [], parameters: {} };
      const one = await explain(settingOf(whole), question, 'id');
      expect(relativeL2(gridMap, one.gridMap)).toBeLessThanOrEqual(1e-5);
      expect(grid).toEqual(one.grid);
      expect(peak).toBe(Math.max(0, ...gridMap));
      expect({ label, probability }).toEqual({
        label: one.classLabel,
        probability: expect.closeTo(one.scores[classIndex]!.probability, 6) as number,
      });
    }
  });

  it('takes one forward pass, and one way back for the classes together', async () => {
    const { model, calls } = listening(whole);
    await classMaps(settingOf(model), { method: 'grad-cam', layer: '', parameters: {} });
    expect(calls).toEqual(['reach', 'gradientAbove']);
  });

  it('refuses a method that needs more than the gradient of a layer', async () => {
    const asked = { method: 'lime', layer: '', parameters: {} };
    await expect(classMaps(settingOf(whole), asked)).rejects.toThrow('LIME explains one class at a time');
  });
});
