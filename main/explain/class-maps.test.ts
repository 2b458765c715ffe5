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

/** Grad-CAM of all classes. */
const all = { method: 'grad-cam', layer: '', parameters: {}, classes: [] };
const settingOf = (model: Model) => ({
  ...{ model, passes: new Passes(), turn, source: trialSources(model, 1)[0]! },
});

describe('the maps of all classes', () => {
  const gradients = methods.filter(({ needs }) => needs === 'layer-gradient').map(({ id }) => id);

  it.each(gradients)('%s: each is the map of its class alone', async (method) => {
    const maps = await classMaps(settingOf(whole), { ...all, method });
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
    await classMaps(settingOf(model), all);
    expect(calls).toEqual(['reach', 'gradientAbove']);
  });

  it('are of the classes that are asked for, in that order, and of no others', async () => {
    const { model, calls } = listening(whole);
    const whole5 = await classMaps(settingOf(whole), all);
    const two = await classMaps(settingOf(model), { ...all, classes: [3, 1] });
    expect(two.map(({ classIndex }) => classIndex)).toEqual([3, 1]);
    for (const { classIndex, gridMap, ...same } of two) {
      const { gridMap: one, ...others } = whole5[classIndex]!;
      expect(relativeL2(gridMap, one)).toBeLessThanOrEqual(1e-5);
      expect(same).toEqual({
        ...others,
        classIndex: undefined,
        peak: expect.closeTo(others.peak, 5) as number,
      });
    }
    expect(calls).toEqual(['reach', 'gradientAbove']);
    await expect(classMaps(settingOf(whole), { ...all, classes: [1, 5] })).rejects.toThrow(
      'classes 0 to 4, not 5',
    );
  });

  it('refuses a method that needs more than the gradient of a layer', async () => {
    const asked = { ...all, method: 'lime' };
    await expect(classMaps(settingOf(whole), asked)).rejects.toThrow('LIME explains one class at a time');
  });
});
