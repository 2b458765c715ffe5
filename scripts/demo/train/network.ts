import * as tf from '@tensorflow/tfjs-node';
import type { Problem } from './problem';

/** Name of the last spatial feature map, which the card gives as the target layer. */
export const TARGET_LAYER = 'evidence';
const EVIDENCE = 16;
const HEAD = 'classes';
const CELL_HEAD = 'cells';

/** Cells a side of the target layer's grid. */
export function gridSide(problem: Problem): number {
  return problem.blocks.reduce((side, { stride, pool }) => side / stride / (pool ? 2 : 1), problem.inputSize);
}

/** A network, and the same layers with a judgement of each cell of the grid in place of the head. */
export interface Network {
  model: tf.LayersModel;
  /** Image → logit of "lesion here" for each cell; shares all layers but its last with `model`. */
  cells: tf.LayersModel;
}

/**
 * A small network: convolutions with batch normalisation and ReLU, a 1 × 1 convolution that gathers the evidence,
 * global average pooling and one dense layer. With such a head the class activation map, Grad-CAM and HiResCAM are
 * one and the same map (Selvaraju 2017, section 3.1; Draelos and Carin 2020).
 */
export function buildNetwork(problem: Problem, seed: number): Network {
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
  const mean = tf.layers.globalAveragePooling2d({ name: 'mean' }).apply(evidence);
  const head = tf.layers.dense({ units: 2, activation: 'softmax', kernelInitializer: 'zeros', name: HEAD });
  const cell = tf.layers.conv2d({
    filters: 1,
    kernelSize: 1,
    kernelInitializer: start(seed + 91),
    name: CELL_HEAD,
  });
  return {
    model: tf.model({ inputs, outputs: head.apply(mean) as tf.SymbolicTensor }),
    cells: tf.model({ inputs, outputs: cell.apply(evidence) as tf.SymbolicTensor }),
  };
}

function addBlock(
  x: tf.SymbolicTensor,
  block: Problem['blocks'][number],
  index: number,
  seed: number,
): tf.SymbolicTensor {
  const { filters, stride: strides, pool } = block;
  const kernelInitializer = start(seed + index);
  const shape = { filters, strides, kernelSize: 3, padding: 'same', useBias: false } as const;
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
 * Starts the head from the judgement of cells: the image's evidence is the mean of its cells' (what speaks against a
 * lesion in most cells is the bias' affair), with opposite signs for the two classes.
 */
export function startHeadFromCells({ model, cells }: Network, gain: number): void {
  const kernel = cells.getLayer(CELL_HEAD).getWeights()[0];
  if (!kernel) throw new Error('The judgement of cells has no weights.');
  tf.tidy(() => {
    const positive = kernel.reshape([EVIDENCE, 1]).mul(gain);
    model.getLayer(HEAD).setWeights([tf.concat([positive.neg(), positive], 1), tf.tensor1d([1, -1])]);
  });
}

/** The positive class' logit less the negative's for each input, whatever the sign of either. */
export function scoreInputs(
  model: tf.LayersModel,
  problem: Problem,
  inputs: Float32Array,
  count: number,
): Float32Array {
  const scores = new Float32Array(count);
  const length = problem.inputSize ** 2 * problem.channels;
  for (let first = 0; first < count; first += 32) {
    const size = Math.min(32, count - first);
    const out = tf.tidy(() => {
      const batch = tf.tensor4d(
        inputs.subarray(first * length, (first + size) * length),
        shapeOf(problem, size),
      );
      return model.predict(batch) as tf.Tensor2D;
    });
    const values = out.dataSync();
    out.dispose();
    for (let i = 0; i < size; i++) scores[first + i] = logOdds(values[2 * i] ?? 0, values[2 * i + 1] ?? 0);
  }
  return scores;
}

function logOdds(negative: number, positive: number): number {
  return Math.log(Math.max(positive, 1e-30)) - Math.log(Math.max(negative, 1e-30));
}

/** Shape of a batch of inputs. */
export function shapeOf(problem: Problem, size: number): [number, number, number, number] {
  return [size, problem.inputSize, problem.inputSize, problem.channels];
}
