import type { LayersModel, SymbolicTensor, Tensor4D } from '@tensorflow/tfjs-node';
import { type Layer, leavesOf, withCalls } from '../../layers-walk';
import { seededValues } from '../../sample';
import { type Tensor, tensorflow } from '../../tensorflow';

const tf = tensorflow();

/** A seed that differs between names (FNV-1a, 32 bits), so that weights do not depend on the order of layers. */
const seedOf = (name: string): number =>
  [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);

/** Seeded values of a uniform distribution from..to. */
const between = (size: number, name: string, [from, to]: readonly [number, number]): Float32Array => {
  const values = seededValues(size, seedOf(name));
  for (let i = 0; i < size; i++) values[i] = from + (to - from) * values[i]!;
  return values;
};

/**
 * Range of a weight by its name: kernels after He et al. (ICCV 2015), uniform in ± √(6 / inputs of a unit), so that
 * the signal neither dies nor explodes; scale and shift of a normalisation such that leaving one out is seen. The
 * shift is positive: centred on the kink of the ReLU, tens of layers would blow up what float32 rounds off.
 */
function rangeOf(weight: string, shape: readonly number[]): readonly [number, number] {
  if (weight.endsWith('gamma')) return [0.8, 1.2];
  if (weight.endsWith('beta')) return [0.3, 0.9];
  if (weight.endsWith('bias')) return [-0.2, 0.2];
  const inputs = shape.slice(0, weight.endsWith('depthwise_kernel') ? 2 : -1).reduce((a, b) => a * b, 1);
  const limit = Math.sqrt(6 / inputs);
  return [-limit, limit];
}

function setSeeded(layer: Layer, keep: (weight: string) => Tensor | null): void {
  const weights = layer.weights.map(({ originalName: name, shape }) => {
    const kept = keep(name);
    if (kept) return kept.clone();
    const size = shape.reduce<number>((a, b) => a * b!, 1);
    return tf.tensor(between(size, name, rangeOf(name, shape as number[])), shape as number[]);
  });
  layer.setWeights(weights);
}

/**
 * Mean and variance of each channel over one pass. Half of the variance is that of the whole layer: a channel that
 * happened to stay still would be blown up else.
 */
function statistics(output: Tensor): { mean: Tensor; variance: Tensor } {
  const { mean, variance } = tf.moments(output, [0, 1, 2]);
  return { mean, variance: variance.add(tf.moments(output).variance).div(2) };
}

/** Pictures from fine noise to soft patches, values 0..1. */
function pictures(count: number, [rows, columns, channels]: readonly number[]): Tensor {
  const noise = (shape: number[], name: string): Tensor =>
    tf.tensor(
      between(
        shape.reduce((a, b) => a * b),
        name,
        [0, 1],
      ),
      shape,
    );
  const patches = noise([count, 5, 5, channels!], 'patches') as Tensor4D;
  const soft = tf.image.resizeBilinear(patches, [rows!, columns!], false, true);
  const share = tf.linspace(0, 1, count).reshape([count, 1, 1, 1]);
  const fine = noise([count, rows!, columns!, channels!], 'noise');
  return soft.mul(share).add(fine.mul(tf.sub(1, share)));
}

/**
 * Gives the batch normalisations the moments of what goes through them in a pass over a few pictures, as training
 * would have left them. As built they change nothing (mean 0, variance 1), so their output is their input.
 */
function calibrate(model: LayersModel): void {
  const measured = (layer: Layer, compute: () => Tensor): Tensor => {
    if (layer.getClassName() !== 'BatchNormalization') return compute();
    const { mean, variance } = statistics(compute());
    setSeeded(layer, (name) =>
      name.endsWith('moving_mean') ? mean : name.endsWith('moving_variance') ? variance : null,
    );
    return compute();
  };
  const run = () => model.predict(pictures(3, (model.inputs[0]!.shape as number[]).slice(1)));
  tf.tidy(() => void withCalls(leavesOf(model), ({ layer }, compute) => measured(layer, compute), run));
}

/** The network between two tensors, its weights seeded: the same in every run on a machine. */
export function seededModel(name: string, inputs: SymbolicTensor, outputs: SymbolicTensor): LayersModel {
  const model = tf.model({ name, inputs, outputs });
  tf.tidy(() => {
    for (const layer of model.layers)
      if (layer.weights.length > 0 && layer.getClassName() !== 'BatchNormalization')
        setSeeded(layer, () => null);
  });
  calibrate(model);
  return model;
}
