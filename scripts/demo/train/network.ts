import * as tf from '@tensorflow/tfjs-node';
import type { Problem } from './problem';

/** Name of the last spatial feature map, which the card gives as the target layer. */
export const TARGET_LAYER = 'evidence';
const EVIDENCE = 16;
const HEAD = 'classes';

/** A network, and the same layers without its head. */
export interface Network {
  model: tf.LayersModel;
  /** Image → evidence for a lesion in each cell of the grid, never negative. */
  cells: tf.LayersModel;
  /** Image → what the head gets: one number a channel of evidence. */
  pooled: tf.LayersModel;
}

/**
 * A small network: convolutions with batch normalisation and ReLU, a 1 × 1 convolution that gathers the evidence,
 * global pooling and one dense layer. With the mean the class activation map, Grad-CAM and HiResCAM are one and the
 * same map (Selvaraju 2017, section 3.1; Draelos and Carin 2020); with the maximum Grad-CAM is still the class
 * activation map, as the mean of the gradient of a maximum is that of a mean.
 */
export function buildNetwork(problem: Problem, pooling: 'mean' | 'max', seed: number): Network {
  const inputs = tf.input({ shape: [problem.inputSize, problem.inputSize, problem.channels], name: 'image' });
  let x: tf.SymbolicTensor = inputs;
  for (const [index, block] of problem.blocks.entries()) x = addBlock(x, block, index + 1, seed);
  const evidence = tf.layers
    .conv2d({
      filters: EVIDENCE,
      kernelSize: 1,
      activation: 'relu',
      kernelInitializer: start(seed + 90),
      name: TARGET_LAYER,
    })
    .apply(x) as tf.SymbolicTensor;
  const pool = pooling === 'mean' ? tf.layers.globalAveragePooling2d : tf.layers.globalMaxPooling2d;
  const pooled = pool({ name: 'pooled' }).apply(evidence) as tf.SymbolicTensor;
  const head = tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: 'zeros', name: HEAD });
  const sum = tf.layers.conv2d({
    filters: 1,
    kernelSize: 1,
    useBias: false,
    kernelInitializer: 'ones',
    trainable: false,
    name: 'cells',
  });
  return {
    model: tf.model({ inputs, outputs: head.apply(pooled) as tf.SymbolicTensor }),
    pooled: tf.model({ inputs, outputs: pooled }),
    cells: tf.model({ inputs, outputs: sum.apply(evidence) as tf.SymbolicTensor }),
  };
}

function addBlock(
  x: tf.SymbolicTensor,
  block: Problem['blocks'][number],
  index: number,
  seed: number,
): tf.SymbolicTensor {
  const { filters, kernel: kernelSize, stride: strides, pool } = block;
  const kernelInitializer = start(seed + index);
  const shape = { filters, strides, kernelSize, padding: 'same', useBias: false } as const;
  let y = tf.layers.conv2d({ ...shape, kernelInitializer, name: `conv${index}` }).apply(x);
  y = tf.layers.batchNormalization({ momentum: 0.9, name: `norm${index}` }).apply(y);
  y = tf.layers.activation({ activation: 'relu', name: `relu${index}` }).apply(y);
  if (pool) y = tf.layers.maxPooling2d({ poolSize: 2, name: `pool${index}` }).apply(y);
  return y as tf.SymbolicTensor;
}

function start(seed: number): ReturnType<typeof tf.initializers.heNormal> {
  return tf.initializers.heNormal({ seed });
}

/**
 * Starts the head from the evidence in the cells: all channels weigh alike, scaled and shifted so that images without
 * and with a lesion, whose pooled evidence is `without` and `having` on average, lie at −2 and 2 for the positive class and
 * the other way round for the negative.
 */
export function startHeadFromCells({ model }: Network, without: number, having: number): void {
  if (!(having > without)) throw new Error('The evidence in the cells tells nothing about images.');
  const gain = 4 / (having - without);
  const bias = (gain * (without + having)) / 2;
  tf.tidy(() => {
    const positive = tf.fill([EVIDENCE, 1], gain);
    model.getLayer(HEAD).setWeights([tf.concat([positive.neg(), positive], 1), tf.tensor1d([bias, -bias])]);
  });
}

/** The positive class' logit less the negative's for each input, whatever the sign of either. */
export function scoreInputs(
  model: tf.LayersModel,
  problem: Problem,
  inputs: Float32Array,
  count: number,
): Float32Array {
  return answers(model, problem, inputs, count, (out) => {
    const [negative, positive] = tf.split(out.maximum(1e-30).log(), 2, 1);
    return (positive as tf.Tensor).sub(negative as tf.Tensor);
  });
}

/** The evidence of each input that reaches the head, all channels together. */
export function pooledEvidence(
  pooled: tf.LayersModel,
  problem: Problem,
  inputs: Float32Array,
  count: number,
): Float32Array {
  return answers(pooled, problem, inputs, count, (out) => out.sum(1));
}

/** One number an input, in batches of 32. */
function answers(
  model: tf.LayersModel,
  problem: Problem,
  inputs: Float32Array,
  count: number,
  reduce: (out: tf.Tensor) => tf.Tensor,
): Float32Array {
  const all = new Float32Array(count);
  const length = problem.inputSize ** 2 * problem.channels;
  for (let first = 0; first < count; first += 32) {
    const size = Math.min(32, count - first);
    const out = tf.tidy(() => {
      const batch = inputs.subarray(first * length, (first + size) * length);
      return reduce(model.predict(tf.tensor4d(batch, shapeOf(problem, size))) as tf.Tensor);
    });
    all.set(out.dataSync(), first);
    out.dispose();
  }
  return all;
}

/** Shape of a batch of inputs. */
export function shapeOf(problem: Problem, size: number): [number, number, number, number] {
  return [size, problem.inputSize, problem.inputSize, problem.channels];
}
