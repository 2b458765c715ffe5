import * as tf from '@tensorflow/tfjs-node';
import { randomFrom } from '../draw/random';
import type { InputSet } from './input';
import { mirrored } from './mirror';
import { shapeOf } from './network';
import type { Problem } from './problem';

/** An image of a batch: its place in the set, and whether it is shown in a mirror. */
export interface Shown {
  index: number;
  mirror: boolean;
}

/** One pass over the images in a seeded order, half of them mirrored; the mean loss. */
export async function trainEpoch(
  model: tf.LayersModel,
  problem: Problem,
  set: InputSet,
  batch: number,
  seed: string,
  target: (batch: readonly Shown[]) => tf.Tensor,
): Promise<number> {
  const random = randomFrom(`${seed}/mirror`);
  const order = Array.from(shuffled(set.count, seed), (index) => ({ index, mirror: random.chance(0.5) }));
  let total = 0;
  let batches = 0;
  for (let first = 0; first + batch <= set.count; first += batch) {
    const shown = order.slice(first, first + batch);
    const [x, y] = [gather(problem, set, shown), target(shown)];
    total += (await model.trainOnBatch(x, y)) as number;
    batches++;
    tf.dispose([x, y]);
  }
  return total / batches;
}

function gather(problem: Problem, set: InputSet, shown: readonly Shown[]): tf.Tensor {
  const { inputSize, channels } = problem;
  const length = inputSize ** 2 * channels;
  const inputs = new Float32Array(shown.length * length);
  shown.forEach(({ index, mirror }, i) => {
    const input = set.inputs.subarray(index * length, (index + 1) * length);
    inputs.set(mirror ? mirrored(input, inputSize, channels) : input, i * length);
  });
  return tf.tensor4d(inputs, shapeOf(problem, shown.length));
}

/** Fisher and Yates' shuffle of 0…count − 1. */
function shuffled(count: number, seed: string): Uint32Array {
  const random = randomFrom(seed);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}

/** Half a cosine from the full rate to almost nothing. */
export function cosine(rate: number, done: number): number {
  return rate * 0.5 * (1 + Math.cos(Math.PI * done)) + 1e-5;
}

/** Adam keeps its rate in a protected field and reads it at every step; TensorFlow.js has no public setter. */
export function setRate(optimizer: tf.Optimizer, rate: number): void {
  Object.assign(optimizer, { learningRate: rate });
}
