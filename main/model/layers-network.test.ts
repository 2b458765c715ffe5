import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { loadModel } from './load';
import { softmax } from './scores';
import { evidenceAt } from './sample-evidence';
import { inputLength, layersFolder, sampleCard, seededValues } from './sample';
import { type Tensor, tensorflow } from './tensorflow';
import { conv, dense, normal } from './testing/small-layers';

const tf = tensorflow();
/** A skip, a concatenation and a nested model, smooth everywhere so that differences converge. */
function branched(): LayersModel {
  const inner = tf.sequential({
    name: 'inner',
    layers: [
      tf.layers.conv2d({
        inputShape: [8, 8, 4],
        name: 'deep',
        filters: 4,
        kernelSize: 3,
        padding: 'same',
        activation: 'tanh',
        kernelInitializer: normal(3),
      }),
      tf.layers.dropout({ rate: 0.5 }),
    ],
  });
  const input = tf.input({ shape: [8, 8, 1] });
  const first = conv('first', 4, 1).apply(input) as SymbolicTensor;
  const second = conv('second', 4, 2).apply(first) as SymbolicTensor;
  const skip = tf.layers.add({ name: 'skip' }).apply([first, second]) as SymbolicTensor;
  const nested = inner.apply(skip) as SymbolicTensor;
  const both = tf.layers.concatenate({ name: 'both' }).apply([nested, first]) as SymbolicTensor;
  const last = conv('last', 5, 4, 2).apply(both) as SymbolicTensor;
  const flat = tf.layers.flatten().apply(last) as SymbolicTensor;
  return tf.model({ inputs: input, outputs: dense(3, 'softmax').apply(flat) as SymbolicTensor });
}

const gapNet = (head: Parameters<typeof dense>, scale = 1): LayersModel => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [8, 8, 1],
        name: 'conv',
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: normal(1),
      }),
      tf.layers.globalAveragePooling2d({}),
      dense(...head),
    ],
  });
  const top = model.getLayer('head');
  top.setWeights(top.getWeights().map((weight) => weight.mul(scale)));
  return model;
};

describe('a LayersModel with a skip, a concatenation and a nested model', () => {
  it('lists its spatial layers in order and explains at the last', async () => {
    const model = await loadModel(await layersFolder(branched(), sampleCard(3, 8)));
    expect(model.layers.map(({ name }) => name)).toEqual([
      'first',
      'second',
      'skip',
      'inner/deep',
      expect.stringMatching(/^inner\/dropout/),
      'both',
      'last',
    ]);
    expect(model.targetLayer).toBe('last');
    expect(model.problems['layer-gradient']).toBe('');
    model.dispose();
  });

  it('gives the gradient that differences of the input-to-logit function imply at every layer', async () => {
    const source = branched();
    const folder = await layersFolder(source, sampleCard(3, 8));
    const model = await loadModel(folder);
    const input = seededValues(inputLength(model), 7);
    for (const { name } of model.layers) {
      // Moving the input moves the activation by A(x+d) − A(x−d); only where nothing bypasses the layer is that all.
      if (!['first', 'both', 'last'].includes(name)) continue;
      const direction = seededValues(input.length, 11).map((value) => value - 0.5);
      const size = 2e-2;
      const at = (sign: number) =>
        evidenceAt(
          model,
          input.map((v, i) => v + sign * size * direction[i]!),
          name,
          1,
        );
      const [here, up, down] = [evidenceAt(model, input, name, 1), at(1), at(-1)];
      const predicted = here.gradient.reduce(
        (sum, g, i) => sum + g * (up.activation[i]! - down.activation[i]!),
        0,
      );
      const measured = up.logits[1]! - down.logits[1]!;
      expect(Math.abs(measured)).toBeGreaterThan(1e-4);
      expect(predicted / measured).toBeCloseTo(1, 2);
    }
    model.dispose();
  });

  it('leaves no tensor behind', async () => {
    const model = await loadModel(await layersFolder(branched(), sampleCard(3, 8)));
    const before = tf.memory().numTensors;
    const input = seededValues(inputLength(model));
    model.run(input);
    for (const { name } of model.layers) evidenceAt(model, input, name, 'top');
    expect(() => evidenceAt(model, input, 'nowhere', 0)).toThrow(/no spatial layer named "nowhere"/);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('gives all its memory back', async () => {
    const folder = await layersFolder(branched(), sampleCard(3, 8));
    const before = tf.memory().numTensors;
    (await loadModel(folder)).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('answers the same before and after an explanation', async () => {
    const model = await loadModel(await layersFolder(branched(), sampleCard(3, 8)));
    const input = seededValues(inputLength(model));
    const logits = model.run(input);
    expect(evidenceAt(model, input, 'inner/deep', 2).logits).toEqual(logits);
    expect(model.run(input)).toEqual(logits);
    model.dispose();
  });
});

describe('a batch normalisation without a scale', () => {
  const normalised = () =>
    tf.sequential({
      layers: [
        tf.layers.inputLayer({ inputShape: [8, 8, 1] }),
        conv('first', 2, 1),
        tf.layers.batchNormalization({ name: 'norm', scale: false }),
        conv('last', 3, 2),
        tf.layers.globalAveragePooling2d({}),
        dense(2, 'softmax'),
      ],
    });

  it('changes no answer and can be differentiated', async () => {
    const source = normalised();
    const input = seededValues(64);
    const expected = tf.tidy(() => source.predict(tf.tensor4d(input, [1, 8, 8, 1]))) as Tensor;
    const shares = [...expected.dataSync()];
    expected.dispose();
    const before = tf.memory().numTensors;
    const model = await loadModel(await layersFolder(source, sampleCard(2, 8)));
    const { logits, gradient } = evidenceAt(model, input, 'first', 0);
    expect([...softmax(logits)]).toEqual(shares.map((share) => expect.closeTo(share, 5)));
    expect(gradient.some((value) => value !== 0)).toBe(true);
    const whole = tf.memory().numTensors;
    model.dispose();
    expect(tf.memory().numTensors).toBeLessThan(whole);
    expect(tf.memory().numTensors).toBeLessThan(before);
  });
});

describe('logits of a LayersModel', () => {
  it('do not saturate where the probability does', async () => {
    const model = await loadModel(await layersFolder(gapNet([2, 'softmax'], 4000), sampleCard(2, 8)));
    const { logits, gradient } = evidenceAt(model, seededValues(64), 'conv', 'top');
    expect(Math.abs(logits[0]! - logits[1]!)).toBeGreaterThan(100);
    expect(gradient.some((value) => value !== 0)).toBe(true);
    model.dispose();
  });

  it('are found behind a Softmax layer and behind a reshape', async () => {
    const shape: LayersModel = tf.sequential({
      layers: [
        tf.layers.conv2d({
          inputShape: [8, 8, 1],
          name: 'conv',
          filters: 2,
          kernelSize: 8,
          kernelInitializer: normal(2),
        }),
        tf.layers.activation({ activation: 'softmax' }),
        tf.layers.reshape({ targetShape: [2] }),
      ],
    });
    const folder = await layersFolder(shape, sampleCard(2, 8));
    const model = await loadModel(folder);
    const logits = model.run(seededValues(64));
    expect(logits[0]! + logits[1]!).not.toBeCloseTo(1, 3);
    model.dispose();
  });

  it('of one unit stand for two classes as −z and z', async () => {
    const card = sampleCard(2, 8, { output: 'sigmoid' });
    const model = await loadModel(await layersFolder(gapNet([1, 'sigmoid']), card));
    const zero = evidenceAt(model, seededValues(64), 'conv', 0);
    const one = evidenceAt(model, seededValues(64), 'conv', 1);
    expect(zero.logits[0]).toBeCloseTo(-zero.logits[1]!, 6);
    expect([...zero.gradient]).toEqual([...one.gradient].map((value) => expect.closeTo(-value, 6)));
    model.dispose();
  });

  it('cannot be had from a relu', async () => {
    const folder = await layersFolder(gapNet([2, 'relu']), sampleCard(2, 8));
    await expect(loadModel(folder)).rejects.toThrow(/ends in a relu activation/);
  });
});
