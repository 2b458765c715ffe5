import { describe, expect, it } from 'vitest';
import type { MethodParameters } from '../../preload/vocabulary';
import { edgeMap } from './edge-map';
import { methods } from './index';
import type { Method } from './method';
import { parametersOf } from './parameters';
import type { Probe } from './probe';
import { randomMap } from './random-map';
import { seededWeights } from './testing/fake-network';

/** A probe without a model: whatever is asked of it throws. */
function blindProbe(
  method: Method,
  image: Pick<Probe, 'input' | 'inputShape'>,
  given: MethodParameters = {},
): Probe {
  const refuse = (): never => {
    throw new Error('The model was asked.');
  };
  return {
    ...image,
    range: Array.from({ length: image.inputShape[2] }, () => ({ minimum: -1, maximum: 3 })),
    parameters: parametersOf(method, given),
    get answer() {
      return refuse();
    },
    activation: refuse,
    evidence: refuse,
    scores: refuse,
    scoresAbove: refuse,
    inputGradients: refuse,
  };
}

const image = { input: seededWeights(10 * 14 * 3, 1), inputShape: [10, 14, 3] as const };

describe('the negative controls', () => {
  it('are labelled as that, and do not ask the model', async () => {
    const controls = methods.filter(({ family }) => family === 'control');
    expect(controls.map(({ id }) => id)).toEqual(['random-map', 'edge-map']);
    for (const control of controls) {
      expect(control.name).toContain('negative control');
      expect(control.needs).toBe('nothing');
      const map = await control.map(blindProbe(control, image));
      expect(map).toHaveLength(140);
      expect(map.every((value) => value >= 0)).toBe(true);
    }
  });

  it('know nothing of the image when they are random, only the seed', async () => {
    const of = async (seed: number, input = image.input) =>
      randomMap.map(blindProbe(randomMap, { ...image, input }, { seed }));
    expect(await of(1)).toEqual(await of(1, new Float32Array(420)));
    expect(await of(1)).not.toEqual(await of(2));
    const map = await of(1);
    expect(Math.max(...map)).toBeLessThan(1);
    expect(Math.max(...map) - Math.min(...map)).toBeGreaterThan(0.4);
  });

  it('are smooth between the cells of a random map', async () => {
    const wide = { input: new Float32Array(70 * 70), inputShape: [70, 70, 1] as const };
    const map = await randomMap.map(blindProbe(randomMap, wide));
    const steps = [...map.keys()].filter((at) => at % 70 > 0).map((at) => Math.abs(map[at]! - map[at - 1]!));
    expect(Math.max(...steps)).toBeLessThanOrEqual(0.1 + 1e-6);
  });

  it('give the slope of a ramp of grey as its edge, across, down and in colour', async () => {
    const ramp = (f: (row: number, column: number) => number, channels: 1 | 3) => ({
      input: Float32Array.from({ length: 8 * 8 * channels }, (_, i) => {
        const at = Math.floor(i / channels);
        // The range is −1..3: 0..1 of grey is 4 units.
        return 4 * f(Math.floor(at / 8), at % 8) - 1;
      }),
      inputShape: [8, 8, channels] as const,
    });
    for (const channels of [1, 3] as const) {
      const inner = async (f: (row: number, column: number) => number) =>
        (await edgeMap.map(blindProbe(edgeMap, ramp(f, channels))))[3 * 8 + 4];
      expect(await inner((_, column) => 0.1 * column)).toBeCloseTo(0.1, 5);
      expect(await inner((row) => 0.05 * row)).toBeCloseTo(0.05, 5);
      expect(await inner((row, column) => 0.03 * row + 0.04 * column)).toBeCloseTo(0.05, 5);
    }
  });

  it('show no edge in an image of one grey, not even at its border', async () => {
    const flat = { input: new Float32Array(8 * 9).fill(0.7), inputShape: [8, 9, 1] as const };
    expect([...(await edgeMap.map(blindProbe(edgeMap, flat)))]).toEqual(new Array(72).fill(0));
  });
});
