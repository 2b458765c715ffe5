import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ExplainRequest, Region, Slice } from '../../preload/vocabulary';
import { layersFolder, sampleCard, seededValues } from '../model/sample';
import { tensorflow } from '../model/tensorflow';
import { CancelledError, PersonError } from '../process/errors';
import { createEngine } from './engine';

const tf = tensorflow();
const idle = { signal: new AbortController().signal, progress: () => undefined, part: () => undefined };

const cnn = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [8, 8, 1],
        name: 'conv',
        filters: 3,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: tf.initializers.glorotNormal({ seed: 1 }),
      }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: tf.initializers.ones() }),
    ],
  });
const mlp = () =>
  tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 1] }), tf.layers.dense({ units: 2 })] });

const slice: Slice = {
  sopInstanceUid: '1.2.3',
  frame: 1,
  rows: 16,
  columns: 16,
  samples: 1,
  pixels: seededValues(256),
  inverted: false,
  unit: '',
  windows: [],
  minimum: 0,
  maximum: 1,
  photometricInterpretation: 'MONOCHROME2',
  overlays: [],
  shutter: null,
};
const lesion: Region = {
  id: 'r',
  sopInstanceUid: '1.2.3',
  frame: 1,
  kind: 'lesion',
  label: '',
  shape: 'rectangle',
  points: [
    [0, 0],
    [16, 16],
  ],
};
const ask = (modelId: string, more: Partial<ExplainRequest> = {}): ExplainRequest => ({
  modelId,
  slice,
  method: 'grad-cam',
  classIndex: 0,
  against: null,
  layers: [],
  parameters: {},
  ...more,
});

describe('the engine', () => {
  it('lists models, those that cannot be used with their problem', async () => {
    const [good, bad] = [await layersFolder(cnn(), sampleCard(2, 8)), '/nowhere/at/all'];
    const [first, second] = await createEngine().models({ folders: [good, bad] }, idle);
    expect(first).toMatchObject({ id: good, name: 'Sample', problem: '' });
    expect(second).toMatchObject({ id: bad, name: 'all', problem: expect.stringMatching(/no card\.json/) });
  });

  it('loads a model once, explains and audits a slice with it', async () => {
    const id = await layersFolder(cnn(), sampleCard(2, 8));
    const engine = createEngine();
    const loaded = await engine.load({ id }, idle);
    expect(loaded).toMatchObject({
      id,
      format: 'layers-model',
      targetLayer: 'conv',
      inputShape: [8, 8, 1],
    });
    await rm(id, { recursive: true });
    const explanation = await engine.explain(ask(id), idle);
    expect(explanation.map).toMatchObject({ rows: 16, columns: 16 });
    expect(explanation.map.peak).toBeGreaterThan(0);
    const audit = await engine.audit(
      { explanationId: explanation.id, regions: [lesion], threshold: 0.5 },
      idle,
    );
    expect(audit).toMatchObject({
      explanationId: explanation.id,
      threshold: 0.5,
      verdict: expect.any(String),
    });
    await expect(async () =>
      engine.audit({ explanationId: 'gone', regions: [], threshold: 0.5 }, idle),
    ).rejects.toThrow(/no longer kept/);
  });

  it('says how far two kept maps of a slice agree, and nothing of one that is gone', async () => {
    const id = await layersFolder(cnn(), sampleCard(2, 8));
    const engine = createEngine();
    const [cam, random] = [
      await engine.explain(ask(id), idle),
      await engine.explain(ask(id, { method: 'random-map' }), idle),
    ];
    const { names, grid, pairs } = await engine.agreement({ explanationIds: [cam.id, random.id] }, idle);
    expect(names[0]).toMatch(/^Grad-CAM/);
    expect(grid).toEqual([16, 16]);
    expect(pairs).toMatchObject([{ between: [cam.id, random.id], rankCorrelation: expect.any(Number) }]);
    await expect(async () => engine.agreement({ explanationIds: [cam.id, 'gone'] }, idle)).rejects.toThrow(
      /no longer kept/,
    );
  });

  it('gives the scores of a model without a map, and audits nothing', async () => {
    const id = await layersFolder(mlp(), sampleCard(2, 8, { output: 'logit' }));
    const engine = createEngine();
    const explanation = await engine.explain(ask(id), idle);
    expect(explanation.scores).toHaveLength(2);
    expect(explanation.layer).toBe('');
    const audit = async () =>
      engine.audit({ explanationId: explanation.id, regions: [lesion], threshold: 0.5 }, idle);
    await expect(audit).rejects.toThrow(/no spatial feature map/);
  });

  it('stops between two steps when it is told to', async () => {
    const id = await layersFolder(cnn(), sampleCard(2, 8));
    const controller = new AbortController();
    const notes: string[] = [];
    const context = {
      ...idle,
      signal: controller.signal,
      progress: ({ note }: { note: string }) => {
        notes.push(note);
        if (note.startsWith('Preparing')) controller.abort();
      },
    };
    await expect(createEngine().explain(ask(id), context)).rejects.toThrow(CancelledError);
    expect(notes).toEqual(['Loading the model', 'Preparing the slice']);
  });

  it('keeps three models and frees the rest', async () => {
    const folders = await Promise.all([0, 1, 2, 3].map(() => layersFolder(cnn(), sampleCard(2, 8))));
    const engine = createEngine();
    for (const id of folders.slice(0, 3)) await engine.load({ id }, idle);
    const three = tf.memory().numTensors;
    await engine.load({ id: folders[3]! }, idle);
    await engine.load({ id: folders[3]! }, idle);
    expect(tf.memory().numTensors).toBe(three);
  });

  it('tries again to load a model that could not be loaded', async () => {
    const engine = createEngine();
    const id = await layersFolder(cnn(), sampleCard(2, 8));
    await expect(engine.load({ id: `${id}/nothing` }, idle)).rejects.toThrow(PersonError);
    expect((await engine.load({ id }, idle)).id).toBe(id);
  });

  it('explains a ready input', async () => {
    const id = await layersFolder(cnn(), sampleCard(2, 8));
    const wish = {
      method: 'hires-cam',
      classIndex: 'top',
      against: null,
      layers: [],
      parameters: {},
    } as const;
    const explanation = await createEngine().explainInput(id, seededValues(64), wish, idle);
    expect(explanation.map).toMatchObject({ rows: 8, columns: 8 });
    await expect(createEngine().explainInput(id, seededValues(63), wish, idle)).rejects.toThrow(
      /8 × 8 × 1 values, not 63/,
    );
  });
});
