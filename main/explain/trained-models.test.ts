import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../preload/vocabulary';
import { loadModel } from '../model/load';
import type { Model } from '../model/port';
import { inputLength, seededValues } from '../model/sample';
import { type Tensor, tensorflow } from '../model/tensorflow';
import { artifactsOf, trained, type Trained, trainedFolder } from '../model/testing/trained';
import { explain } from './explain';
import { Passes } from './passes';
import { sourceOfInput } from './source';

const tf = tensorflow();

/** What TensorFlow.js' own predict says of an input, by the output that is explained. */
async function predicted({ format, card, packed }: Trained, input: Float32Array): Promise<number[]> {
  const { rows, columns, channels } = card.input;
  const source = tf.io.fromMemory(artifactsOf(packed()));
  const model = await (format === 'graph-model' ? tf.loadGraphModel(source) : tf.loadLayersModel(source));
  const answer = tf.tidy(() => {
    const image = tf.tensor4d(input, [1, rows, columns, channels]);
    if (!card.outputName) return model.predict(image) as Tensor;
    return (model as Awaited<ReturnType<typeof tf.loadGraphModel>>).execute(image, card.outputName) as Tensor;
  });
  const values = [...answer.dataSync()];
  tf.dispose([answer]);
  model.dispose();
  return values;
}

/** A picture with light and dark places: a bright disc on seeded noise. */
function picture(model: Model): Float32Array {
  const { rows, columns, channels } = model.card.input;
  return seededValues(inputLength(model), 8).map((noise, index) => {
    const place = Math.floor(index / channels);
    const [y, x] = [Math.floor(place / columns) / rows, (place % columns) / columns];
    return 0.3 * noise + (Math.hypot(y - 0.4, x - 0.6) < 0.25 ? 0.7 : 0);
  });
}

const gradCam = (model: Model, input: Float32Array): Promise<Explanation> =>
  explain(
    {
      model,
      source: sourceOfInput(model.card, input),
      passes: new Passes(),
      turn: () => Promise.resolve(),
    },
    { method: 'grad-cam', classIndex: 'top', against: null, layers: [], parameters: {} },
    '1',
  );

describe.each(trained)('$name', (one) => {
  it('answers as its maker’s library does, and is explained at its last spatial layer', async () => {
    const before = tf.memory().numTensors;
    const folder = await trainedFolder(one, one.packed());
    const model = await loadModel(folder);
    const loaded = tf.memory().numTensors;
    const { name, grid } = one.target;
    const input = picture(model);
    const { scores, gridMap, layer, grid: found } = await gradCam(model, input);
    const expected = await predicted(one, input);
    expect(scores.map(({ probability }) => probability)).toEqual(expected.map((p) => expect.closeTo(p, 4)));
    expect(layer.endsWith(name)).toBe(true);
    expect(model.layers.at(-1)!.name).toBe(layer);
    expect(found).toEqual(grid);
    expect(gridMap.every(Number.isFinite)).toBe(true);
    expect(Math.max(...gridMap)).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(loaded);
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
    await rm(folder, { recursive: true });
  }, 60_000);
});
