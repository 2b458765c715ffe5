import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Region, Slice, SliceAnswer } from '../../preload/vocabulary';
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
        ...{ inputShape: [8, 8, 1], name: 'conv', filters: 3, kernelSize: 3, activation: 'relu' },
        kernelInitializer: tf.initializers.glorotNormal({ seed: 1 }),
      }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({
        ...{ units: 2, activation: 'softmax' },
        kernelInitializer: tf.initializers.glorotNormal({ seed: 2 }),
      }),
    ],
  });

const sliceOf = (frame: number): Slice => ({
  ...{ sopInstanceUid: '1.2.3', frame, rows: 16, columns: 16, samples: 1, inverted: false, unit: '' },
  ...{ pixels: seededValues(256, frame), windows: [], minimum: 0, maximum: 1 },
  ...{ photometricInterpretation: 'MONOCHROME2', overlays: [], shutter: null },
});
const slices = [1, 2, 3, 4, 5].map(sliceOf);

let modelId: string;
beforeAll(async () => void (modelId = await layersFolder(cnn(), sampleCard(2, 8))));

const request = (method = 'grad-cam', classIndex: number | 'top' = 1) => ({
  ...{ modelId, method, classIndex, against: null, layers: [], parameters: {} },
});

describe('a series in the engine', () => {
  const engine = createEngine();
  const tensors = { before: 0 };
  beforeAll(async () => {
    await engine.load({ id: modelId }, idle);
    tensors.before = tf.memory().numTensors;
  });
  afterAll(() => expect(tf.memory().numTensors).toBe(tensors.before));

  it.each(['grad-cam', 'layer-cam', 'occlusion'])(
    '%s: is answered slice by slice, with the maps of each alone',
    async (method) => {
      const answers = await engine.explainSeries({ request: request(method), slices }, idle);
      expect(answers.map(({ frame }) => frame)).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(answers.map(({ explanationId }) => explanationId)).size).toBe(5);
      for (const [index, answer] of answers.entries()) {
        const one = await engine.explain({ ...request(method), slice: slices[index]! }, idle);
        const again = engine.mapOf({ explanationId: answer.explanationId }, idle);
        const { gridMap, map, scores, layer, classLabel, classIndex, seen, parameters, warnings } = one;
        const same = { layer, classLabel, classIndex, seen, parameters, warnings };
        expect(await again).toMatchObject(same);
        expect((await again)!.map.values).toEqual(near(map.values));
        expect((await again)!.gridMap).toEqual(near(gridMap));
        expect(answer.peak).toBeCloseTo(map.peak, 5);
        expect(answer.score).toBeCloseTo(scores[1]!.probability, 5);
        expect(answer).toMatchObject({ modelId, label: 'class 1', unit: one.unit, sopInstanceUid: '1.2.3' });
      }
      expect(Math.max(...answers.map(({ peak }) => peak))).toBeGreaterThan(0);
    },
  );

  it('can be audited, and compared with another map of the slice', async () => {
    const [answer] = await engine.explainSeries({ request: request(), slices: slices.slice(1, 2) }, idle);
    const { explanationId } = answer!;
    const one = await engine.explain({ ...request(), slice: slices[1]! }, idle);
    const audit = (id: string) =>
      engine.audit({ explanationId: id, regions: [lesion], threshold: 0.5 }, idle);
    expect(await audit(explanationId)).toEqual({ ...(await audit(one.id)), explanationId });
    const { pairs } = await engine.agreement({ explanationIds: [explanationId, one.id] }, idle);
    expect(pairs[0]!.rankCorrelation).toBeCloseTo(1, 5);
  });

  it('tells of each slice as soon as it is made, where they are made one by one', async () => {
    const parts: number[][] = [];
    const context = {
      ...idle,
      part: (part: readonly SliceAnswer[]) => void parts.push(part.map(({ frame }) => frame)),
    };
    const answers = await engine.explainSeries({ request: request('random-map'), slices }, context);
    expect(parts).toEqual([[1], [2], [3], [4], [5]]);
    expect(answers.map(({ frame }) => frame)).toEqual(parts.flat());
    parts.length = 0;
    await engine.explainSeries({ request: request('grad-cam'), slices }, context);
    expect(parts).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('is of one class, not of whichever is highest', async () => {
    const asked = { request: request('grad-cam', 'top'), slices };
    await expect(engine.explainSeries(asked, idle)).rejects.toThrow(
      new PersonError('Choose a class: a series is compared in one.'),
    );
  });

  it('knows no map under another id', async () => {
    expect(await engine.mapOf({ explanationId: 'gone' }, idle)).toBeNull();
  });

  it('stops between two slices when it is told to', async () => {
    const controller = new AbortController();
    const done: number[] = [];
    const context = {
      ...idle,
      signal: controller.signal,
      progress: (progress: { done: number; total: number; note: string }) => {
        if (progress.note !== 'Running the model' || progress.total !== 5) return;
        done.push(progress.done);
        if (progress.done === 2) controller.abort();
      },
    };
    const asked = { request: request('random-map'), slices };
    await expect(engine.explainSeries(asked, context)).rejects.toThrow(CancelledError);
    expect(done.at(-1)).toBe(2);
  });
});

describe('every class at once in the engine', () => {
  it('has the maps of each class alone', async () => {
    const engine = createEngine();
    const [slice, question] = [
      slices[2]!,
      { modelId, method: 'hires-cam', parameters: {}, layer: '', classes: [] },
    ];
    const maps = await engine.classMaps({ question, slice }, idle);
    expect(maps.map(({ label }) => label)).toEqual(['class 0', 'class 1']);
    for (const { classIndex, gridMap, grid } of maps) {
      const one = await engine.explain({ ...request('hires-cam', classIndex), slice }, idle);
      expect(grid).toEqual(one.grid);
      expect(gridMap).toEqual(near(one.gridMap));
    }
  });
});

const lesion: Region = {
  ...{ id: 'r', sopInstanceUid: '1.2.3', frame: 2, kind: 'lesion', label: '', shape: 'rectangle' },
  points: [
    [2, 2],
    [9, 9],
  ],
};

/** Values within 1e-5 of these. */
const near = (values: Float32Array): Float32Array =>
  expect.toSatisfy(
    (found: Float32Array) =>
      found.length === values.length && found.every((value, i) => Math.abs(value - values[i]!) <= 1e-5),
  ) as Float32Array;
