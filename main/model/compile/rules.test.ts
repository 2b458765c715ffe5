import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../load';
import { inputLength, layersFolder, sampleCard, sampleFolder, seededValues } from '../sample';
import { GraphBuilder } from '../sample-graph';
import { tensorflow } from '../tensorflow';
import { relativeL2 } from '../testing/forms';

const tf = tensorflow();
type Layer = { apply(inputs: SymbolicTensor | SymbolicTensor[]): unknown };
type Wrap = (from: SymbolicTensor) => SymbolicTensor;

const through =
  (...layers: Layer[]): Wrap =>
  (from) =>
    layers.reduce((value, layer) => layer.apply(value) as SymbolicTensor, from);

const normal = (seed: number) => tf.initializers.randomNormal({ seed, stddev: 0.4 });
const conv = (filters: number, seed: number, more: object = {}) =>
  tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', kernelInitializer: normal(seed), ...more });

/** What is put between two convolutions, by what it is there to try. */
const parts: Readonly<Record<string, () => Wrap>> = {
  relu: () => through(tf.layers.activation({ activation: 'relu' })),
  relu6: () => through(tf.layers.activation({ activation: 'relu6' })),
  'a bounded ReLU': () => through(tf.layers.reLU({ maxValue: 0.5 })),
  elu: () => through(tf.layers.elu()),
  selu: () => through(tf.layers.activation({ activation: 'selu' })),
  sigmoid: () => through(tf.layers.activation({ activation: 'sigmoid' })),
  'hard sigmoid': () => through(tf.layers.activation({ activation: 'hardSigmoid' })),
  tanh: () => through(tf.layers.activation({ activation: 'tanh' })),
  softplus: () => through(tf.layers.activation({ activation: 'softplus' })),
  swish: () => through(tf.layers.activation({ activation: 'swish' })),
  'leaky ReLU': () => through(tf.layers.leakyReLU({ alpha: 0.2 })),
  prelu: () => through(tf.layers.prelu({ alphaInitializer: normal(7) })),
  softmax: () => through(tf.layers.activation({ activation: 'softmax' })),
  'batch normalisation': () => through(tf.layers.batchNormalization({})),
  'normalisation after a bias': () =>
    through(conv(4, 12, { useBias: true, biasInitializer: normal(3) }), tf.layers.batchNormalization({})),
  'layer normalisation': () => through(tf.layers.layerNormalization({})),
  'depthwise convolution': () =>
    through(
      tf.layers.depthwiseConv2d({
        kernelSize: 3,
        padding: 'same',
        depthMultiplier: 2,
        depthwiseInitializer: normal(4),
      }),
    ),
  'separable convolution': () =>
    through(
      tf.layers.separableConv2d({
        filters: 3,
        kernelSize: 3,
        activation: 'relu',
        depthwiseInitializer: normal(5),
        pointwiseInitializer: normal(6),
      }),
    ),
  'transposed convolution': () =>
    through(
      tf.layers.conv2dTranspose({
        filters: 3,
        kernelSize: 3,
        strides: 2,
        padding: 'same',
        kernelInitializer: normal(8),
      }),
    ),
  'max pooling': () => through(tf.layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' })),
  'average pooling': () => through(tf.layers.averagePooling2d({ poolSize: 2 })),
  padding: () =>
    through(
      tf.layers.zeroPadding2d({
        padding: [
          [1, 2],
          [0, 1],
        ],
      }),
    ),
  cropping: () =>
    through(
      tf.layers.cropping2D({
        cropping: [
          [1, 0],
          [0, 2],
        ],
      }),
    ),
  'nearest upsampling': () => through(tf.layers.upSampling2d({ size: [2, 2] })),
  'bilinear upsampling': () => through(tf.layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' })),
  'sum, product, maximum, minimum and mean of two': () => (from) => {
    const other = conv(4, 9).apply(from) as SymbolicTensor;
    const two = (layer: Layer): SymbolicTensor => layer.apply([from, other]) as SymbolicTensor;
    return tf.layers
      .concatenate()
      .apply([
        two(tf.layers.add()),
        two(tf.layers.multiply()),
        two(tf.layers.maximum()),
        two(tf.layers.minimum()),
        two(tf.layers.average()),
      ]) as SymbolicTensor;
  },
  'squeeze and excitation': () => (from) => {
    const pooled = tf.layers.globalAveragePooling2d({}).apply(from) as SymbolicTensor;
    const dense = tf.layers.dense({ units: 4, activation: 'sigmoid', kernelInitializer: normal(10) });
    const gate = tf.layers.reshape({ targetShape: [1, 1, 4] }).apply(dense.apply(pooled) as SymbolicTensor);
    return tf.layers.multiply().apply([from, gate as SymbolicTensor]) as SymbolicTensor;
  },
  'a transposition': () => through(tf.layers.permute({ dims: [2, 1, 3] })),
};

/** A small network around a part; flattened at its end, so that each place has a weight of its own. */
function around(part: Wrap): LayersModel {
  const input = tf.input({ shape: [8, 8, 1] });
  const before = conv(4, 1, { name: 'before', activation: 'tanh' }).apply(input) as SymbolicTensor;
  const after = conv(3, 2, { name: 'after' }).apply(part(before)) as SymbolicTensor;
  const flat = tf.layers.flatten().apply(after) as SymbolicTensor;
  const dense = tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: normal(11) });
  return tf.model({ inputs: input, outputs: dense.apply(flat) as SymbolicTensor });
}

describe('a compiled graph does as TensorFlow.js does op by op:', () => {
  it.each(Object.entries(parts))('%s', async (_, part) => {
    const folder = await layersFolder(around(part()), sampleCard(3, 8));
    const [compiled, eager] = [await loadModel(folder), await loadModel(folder, 'eager')];
    const inputs = seededValues(2 * inputLength(compiled), 3);
    expect(compiled.engine).toEqual({ kind: 'compiled', reason: '' });
    expect(relativeL2(compiled.run(inputs), eager.run(inputs))).toBeLessThan(1e-5);
    const [found, wanted] = [compiled, eager].map((model) =>
      model.reachWithGradient(inputs, 'before', 'top'),
    );
    expect(relativeL2(found!.gradient, wanted!.gradient)).toBeLessThan(1e-5);
    const [mine, theirs] = [compiled, eager].map((model) => model.inputGradient(inputs, found!.weights));
    expect(relativeL2(mine!.gradient, theirs!.gradient)).toBeLessThan(1e-5);
    compiled.dispose();
    eager.dispose();
  });

  it('a second input of constants, and the greatest along axes', async () => {
    const image = tf.input({ shape: [8, 8, 1], name: 'image' });
    const more = tf.input({ shape: [2], name: 'more' });
    const map = conv(3, 1, { name: 'conv' }).apply(image) as SymbolicTensor;
    const flat = tf.layers.flatten().apply(map) as SymbolicTensor;
    const most = tf.layers.globalMaxPooling2d({}).apply(map) as SymbolicTensor;
    const all = tf.layers.concatenate().apply([flat, most, more]) as SymbolicTensor;
    const head = tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: normal(2) });
    const network = tf.model({ inputs: [image, more], outputs: head.apply(all) as SymbolicTensor });
    const ends = { inputName: 'image', otherInputs: [{ name: 'more', shape: [1, 2], values: [0.5, -2] }] };
    const folder = await layersFolder(network, sampleCard(2, 8, ends));
    const [compiled, eager] = [await loadModel(folder), await loadModel(folder, 'eager')];
    const inputs = seededValues(3 * 64, 3);
    expect(compiled.engine.kind).toBe('compiled');
    expect(relativeL2(compiled.run(inputs), eager.run(inputs))).toBeLessThan(1e-5);
    const [found, wanted] = [compiled, eager].map((model) => model.reachWithGradient(inputs, 'conv', 'top'));
    expect(relativeL2(found!.gradient, wanted!.gradient)).toBeLessThan(1e-5);
    compiled.dispose();
    eager.dispose();
  });

  it('one unit that stands for two classes', async () => {
    const input = tf.input({ shape: [8, 8, 1] });
    const flat = tf.layers.flatten().apply(conv(3, 1, { name: 'conv' }).apply(input) as SymbolicTensor);
    const dense = tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: normal(2) });
    const network = tf.model({
      inputs: input,
      outputs: dense.apply(flat as SymbolicTensor) as SymbolicTensor,
    });
    const folder = await layersFolder(network, sampleCard(2, 8, { output: 'sigmoid' }));
    const [compiled, eager] = [await loadModel(folder), await loadModel(folder, 'eager')];
    const [found, wanted] = [compiled, eager].map((model) =>
      model.reachWithGradient(seededValues(64), 'conv', Float32Array.of(1, 0)),
    );
    expect(compiled.engine.kind).toBe('compiled');
    expect(relativeL2(found!.logits, wanted!.logits)).toBeLessThan(1e-6);
    expect(relativeL2(found!.gradient, wanted!.gradient)).toBeLessThan(1e-6);
    compiled.dispose();
    eager.dispose();
  });
});

describe('what is not compiled', () => {
  it('runs op by op, and the model says why', async () => {
    const builder = new GraphBuilder();
    const first = builder.conv('conv', builder.input('image', 8), [1, 2]);
    const odd = builder.node('odd', 'Cumsum', [first, builder.weight('axis', [], [1], 'int32')], {
      exclusive: { b: false },
      reverse: { b: false },
    });
    builder.node('scores', 'Softmax', [builder.dense('logits', builder.meanOverSpace('mean', odd), [2, 2])]);
    const model = await loadModel(
      await sampleFolder(builder.build(), sampleCard(2, 8, { targetLayer: 'conv' })),
    );
    expect(model.engine).toEqual({
      kind: 'eager',
      reason: 'it has the operation Cumsum, which is not compiled',
    });
    expect(model.run(seededValues(64))).toHaveLength(2);
    expect(model.problems['layer-gradient']).toMatch(/the gradient that TensorFlow.js has for the op Cumsum/);
    model.dispose();
  });
});
