import { beforeAll, describe, expect, it } from 'vitest';
import type { Slice, SliceTold } from '../../preload/vocabulary';
import { layersFolder, sampleCard, seededValues } from '../model/sample';
import { tensorflow } from '../model/tensorflow';
import { PersonError } from '../process/errors';
import { createEngine } from './engine';

const tf = tensorflow();
const idle = { signal: new AbortController().signal, progress: () => undefined, part: () => undefined };

/** A network that overflows on all but a black picture: infinity less infinity is no number. */
const overflowing = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...{ inputShape: [8, 8, 1], name: 'conv', filters: 2, kernelSize: 3, activation: 'relu' },
        kernelInitializer: tf.initializers.constant({ value: 3e38 }),
      }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 2, kernelInitializer: tf.initializers.identity({ gain: -1 }) }),
      tf.layers.dense({ units: 2, kernelInitializer: tf.initializers.glorotNormal({ seed: 2 }) }),
    ],
  });

const sliceOf = (frame: number, pixels: Float32Array): Slice => ({
  ...{ sopInstanceUid: '1.2.3', frame, rows: 16, columns: 16, samples: 1, inverted: false, unit: '' },
  ...{ pixels, windows: [], minimum: 0, maximum: 1 },
  ...{ photometricInterpretation: 'MONOCHROME2', overlays: [], shutter: null },
});
const black = (frame: number): Slice => sliceOf(frame, new Float32Array(256));
const bright = (frame: number): Slice => sliceOf(frame, seededValues(256, frame).map(Math.abs));

let modelId: string;
beforeAll(async () => void (modelId = await layersFolder(overflowing(), sampleCard(2, 8))));

const asked = (method: string, slices: readonly Slice[]) => ({
  request: { ...{ modelId, method, classIndex: 1, against: null, layers: [], parameters: {} } },
  slices,
});

describe('a slice that the model cannot answer', () => {
  const engine = createEngine();

  it.each(['grad-cam', 'eigen-cam'])('%s: is told among the parts, and the run goes on', async (method) => {
    const told: SliceTold[] = [];
    const part = (some: readonly SliceTold[]): void => void told.push(...some);
    const slices = [black(1), bright(2), black(3)];
    const answers = await engine.explainSeries(asked(method, slices), { ...idle, part });
    expect(answers.map(({ frame }) => frame)).toEqual([1, 3]);
    expect(told.map(({ frame }) => frame)).toEqual([1, 2, 3]);
    expect(told[1]).toMatchObject({ reason: expect.stringMatching(/values that are no numbers/) as string });
  });

  it('fails the run where none was answered, and not where some were before', async () => {
    const one = asked('grad-cam', [bright(1)]);
    await expect(engine.explainSeries(one, idle)).rejects.toThrow(PersonError);
    expect(await engine.explainSeries({ ...one, answeredBefore: true }, idle)).toEqual([]);
  });
});
