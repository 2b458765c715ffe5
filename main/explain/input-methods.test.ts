import { describe, expect, it } from 'vitest';
import { methods } from './index';
import { parametersOf } from './parameters';
import { convolution, curvedHead, linearHead, relu, seededWeights } from './testing/fake-network';
import { FakeProbe, mapOn } from './testing/fake-probe';

const layer = convolution([16, 24, 3], { channels: 4, patch: 4, seed: 1, curve: relu });
const head = curvedHead(layer.shape, { hidden: 4, seed: 2 });
const input = seededWeights(16 * 24 * 3, 3).map((value) => (value + 1) / 2);
/** Fewer passes than by default, where a method lets choose. */
const few: Readonly<Record<string, Record<string, number>>> = {
  'smooth-grad': { samples: 3 },
  lime: { samples: 60, segments: 12 },
  rise: { masks: 60 },
};
const onInput = methods
  .filter(({ place }) => place === 'input')
  .map((method) => [method.id, method] as const);

describe.each(onInput)('%s', (id, method) => {
  const parameters = few[id] ?? {};

  it('gives one finite value a pixel, from an input that it leaves as it was', async () => {
    const probe = new FakeProbe({
      layer,
      head,
      input: input.slice(),
      parameters: parametersOf(method, parameters),
    });
    const map = await method.map(probe);
    expect(map).toHaveLength(16 * 24);
    expect(map.every(Number.isFinite)).toBe(true);
    expect(Math.max(...map)).toBeGreaterThan(0);
    expect([...probe.input]).toEqual([...input]);
  });

  it('gives the same map for the same parameters, and with a seed another for another', async () => {
    const map = await mapOn(method, { layer, head, input, parameters });
    expect([...(await mapOn(method, { layer, head, input, parameters }))]).toEqual([...map]);
    if (!method.parameters.some((parameter) => parameter.id === 'seed')) return;
    const other = await mapOn(method, { layer, head, input, parameters: { ...parameters, seed: 2 } });
    expect([...other]).not.toEqual([...map]);
  });

  it('of a model that always answers alike is nothing, never NaN, if it asks the model at all', async () => {
    if (method.needs === 'nothing') return;
    const constant = linearHead(new Float32Array(layer.shape[0] * layer.shape[1] * layer.shape[2]), 0.7);
    const map = await mapOn(method, { layer, head: constant, input, parameters });
    expect([...map].map(Math.abs)).toEqual(new Array(16 * 24).fill(0));
  });

  it('of an image of one grey is finite', async () => {
    const grey = new Float32Array(input.length).fill(0.5);
    const map = await mapOn(method, { layer, head, input: grey, parameters });
    expect(map.every(Number.isFinite)).toBe(true);
  });
});
