import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../../preload/vocabulary';
import { named } from './named';

const explanation = (more: Partial<Explanation>): Explanation => ({
  id: 'one',
  modelId: '/model',
  sopInstanceUid: '1.2.3',
  frame: 1,
  method: 'grad-cam',
  parameters: {},
  layer: 'conv',
  layers: ['conv'],
  grid: [1, 1],
  gridMap: new Float32Array(1),
  unit: 'logit',
  classIndex: 0,
  against: null,
  classLabel: 'Nodule',
  scores: [],
  map: { rows: 1, columns: 1, values: new Float32Array(1), peak: 0 },
  seen: [0, 0, 1, 1],
  milliseconds: { prepare: 0, forward: 0, explain: 0 },
  warnings: [],
  ...more,
});
const namesOf = (...list: readonly Partial<Explanation>[]) =>
  named(list.map(explanation)).map(({ name }) => name);

describe('the names of maps that are compared', () => {
  it('are the methods alone where only they differ', () => {
    expect(namesOf({}, { method: 'layer-cam' })).toEqual(['Grad-CAM', 'LayerCAM']);
  });

  it('say the layer and the class where these differ', () => {
    expect(namesOf({}, { layer: 'early' })).toEqual(['Grad-CAM · conv', 'Grad-CAM · early']);
    expect(namesOf({}, { classLabel: 'Normal' })).toEqual(['Grad-CAM · Nodule', 'Grad-CAM · Normal']);
  });

  it('say the parameters where one method differs by them, and not beside another method', () => {
    const [first, second] = [
      { method: 'rise', parameters: { seed: 1 } },
      { method: 'rise', parameters: { seed: 2 } },
    ];
    expect(namesOf(first, second)).toEqual(['RISE · seed 1', 'RISE · seed 2']);
    expect(namesOf({}, first)).toEqual(['Grad-CAM', 'RISE']);
  });
});
