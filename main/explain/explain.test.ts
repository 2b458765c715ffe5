import { describe, expect, it } from 'vitest';
import type { Question, Slice } from '../../preload/vocabulary';
import { modelCard } from '../model/card';
import type { Model, ReachedWithGradient } from '../model/port';
import { explain as explainSource } from './explain';
import { Passes } from './passes';
import { type Source, sourceOfInput, sourceOfSlice } from './source';

const card = modelCard.parse({
  name: 'Fake',
  version: '1',
  intendedUse: 'Tests.',
  input: { rows: 4, columns: 4, channels: 1, range: { kind: 'values', min: 0, max: 1 }, resize: 'stretch' },
  classes: [{ label: 'nothing' }, { label: 'nodule' }],
  output: 'softmax',
  provenance: 'None.',
  trainingData: 'None.',
  metrics: [],
  limits: 'None.',
  weightsSha256: '0'.repeat(64),
});

const nothingWrong = { 'layer-gradient': '', layer: '', 'input-gradient': '', scores: '', nothing: '' };
const logits = Float32Array.of(0, Math.log(3));

/** A model whose answers are known: one channel on a 2 × 2 grid, bright at the lower right. */
function fake(more: Partial<Model> = {}, evidence: Partial<ReachedWithGradient> = {}): Model {
  const reached = (inputs: Float32Array, layer: string): ReachedWithGradient => ({
    ...{ layer, count: 1, inputs, logits, beside: [], shape: [2, 2, 1], weights: Float32Array.of(0, 1) },
    activation: Float32Array.of(0, 0, 0, 8),
    gradient: new Float32Array(4).fill(0.5),
    ...evidence,
  });
  return {
    folder: '/models/fake',
    format: 'layers-model',
    card,
    units: 2,
    layers: [{ name: 'conv', kind: 'Conv2D', rows: 2, columns: 2, channels: 1 }],
    targetLayer: 'conv',
    problems: nothingWrong,
    engine: { kind: 'eager', reason: '' },
    batch: 4,
    run: () => logits,
    reach: reached,
    reachWithGradient: (inputs, layer, weights) => ({
      ...reached(inputs, layer),
      weights: weights === 'top' ? Float32Array.of(0, 1) : weights,
    }),
    gradientAbove: () => reached(new Float32Array(16), 'conv').gradient,
    runAbove: () => logits,
    inputGradient: (inputs) => ({ logits, gradient: inputs, weights: Float32Array.of(0, 1) }),
    dispose: () => undefined,
    ...more,
  };
}

const slice: Slice = {
  sopInstanceUid: '1.2.3',
  frame: 2,
  rows: 8,
  columns: 8,
  samples: 1,
  pixels: new Float32Array(64).fill(0.5),
  inverted: false,
  unit: '',
  windows: [],
  minimum: 0,
  maximum: 1,
  photometricInterpretation: 'MONOCHROME2',
  overlays: [],
  shutter: null,
};
const question: Question = {
  method: 'grad-cam',
  classIndex: 'top',
  against: null,
  layers: [],
  parameters: {},
};

const explain = (model: Model, source: Source, asked: Question) =>
  explainSource({ model, source, passes: new Passes(), turn: () => Promise.resolve() }, asked, 'id');

describe('explain', () => {
  it('puts the map where the pixels are, in logit units', async () => {
    const result = await explain(fake(), sourceOfSlice(card, slice), question);
    expect(result).toMatchObject({
      id: 'id',
      modelId: '/models/fake',
      sopInstanceUid: '1.2.3',
      frame: 2,
      layer: 'conv',
      grid: [2, 2],
      classIndex: 1,
      classLabel: 'nodule',
      seen: [0, 0, 8, 8],
      warnings: [],
    });
    expect([...result.gridMap]).toEqual([0, 0, 0, 4]);
    expect(result.map.peak).toBe(4);
    expect(result.map.values[63]).toBe(4);
    expect(result.map.values[0]).toBe(0);
    expect(result.scores[1]!.probability).toBeCloseTo(0.75, 6);
  });

  it('says so when nothing speaks for the class', async () => {
    const against = fake({}, { gradient: new Float32Array(4).fill(-1) });
    const result = await explain(against, sourceOfSlice(card, slice), question);
    expect(result.map.peak).toBe(0);
    expect([...result.map.values].every((value) => value === 0)).toBe(true);
    expect(result.warnings[0]).toMatch(/No positive evidence/);
  });

  it('warns when the class explained is not the answer', async () => {
    const result = await explain(fake(), sourceOfSlice(card, slice), { ...question, classIndex: 0 });
    expect(result.warnings).toEqual([`The map is for "nothing", the model's answer is "nodule".`]);
  });

  it('gives the scores and the reason where there is no map to be had', async () => {
    const result = await explain(
      fake({ problems: { ...nothingWrong, 'layer-gradient': 'No map.' }, targetLayer: '', layers: [] }),
      sourceOfSlice(card, slice),
      question,
    );
    expect(result).toMatchObject({ layer: '', grid: [0, 0], warnings: ['No map.'], classIndex: 1 });
    expect(result.map).toMatchObject({ rows: 8, columns: 8, peak: 0 });
    expect(result.scores).toHaveLength(2);
  });

  it('refuses values that are no numbers', async () => {
    const broken = fake({}, { activation: Float32Array.of(NaN, 0, 0, 0) });
    await expect(explain(broken, sourceOfSlice(card, slice), question)).rejects.toThrow(
      /no numbers at the layer conv/,
    );
  });

  it('takes a ready input as it is, its map on the input’s own pixels', async () => {
    const result = await explain(fake(), sourceOfInput(card, new Float32Array(16)), question);
    expect(result).toMatchObject({ sopInstanceUid: '', seen: [0, 0, 4, 4] });
    expect(result.map).toMatchObject({ rows: 4, columns: 4 });
  });
});
