import * as tf from '@tensorflow/tfjs-node';
import { randomFrom } from '../draw/random';
import type { InputSet } from './input';
import { drawSet } from './input';
import { areaUnderCurve } from './measure';
import type { Network } from './network';
import { buildNetwork, gridSide, scoreInputs, shapeOf, startHeadFromCells } from './network';
import type { Bias, Problem } from './problem';

/** How many times a mean over all cells weighs more than one cell's judgement when the head starts. */
const HEAD_GAIN = 8;

/** How long and how fast to train. */
export interface Schedule {
  images: number;
  validation: number;
  epochs: number;
  batch: number;
  rate: number;
  /** Epochs that learn from the lesions' true places before the image's label alone is taught; 0 for none. */
  guided: number;
  /** Ends once the validation AUC has been at least this for two epochs running. */
  enough: number;
}

/** Trains one model from its seed; `tell` hears a line an epoch. */
export async function trainModel(
  problem: Problem,
  bias: Bias,
  schedule: Schedule,
  seed: number,
  tell: (line: string) => void,
): Promise<tf.LayersModel> {
  const started = Date.now();
  const training = drawSet(problem, bias, `train-${bias}-${seed}`, schedule.images, problem.drawSize);
  const validation = drawSet(
    problem,
    bias,
    `validate-${bias}-${seed}`,
    schedule.validation,
    problem.drawSize,
  );
  tell(`${schedule.images} images drawn in ${seconds(started)} s`);
  const network = buildNetwork(problem, seed);
  if (schedule.guided > 0) await learnPlaces(network, problem, training, schedule, seed, tell);
  const { model } = network;
  const optimizer = tf.train.adam(schedule.rate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const labels = (chosen: Uint32Array): tf.Tensor =>
    tf.tensor2d(Array.from(chosen, (i) => [1 - (training.labels[i] ?? 0), training.labels[i] ?? 0]));
  let good = 0;
  for (let epoch = 0; epoch < schedule.epochs && good < 2; epoch++) {
    setRate(optimizer, cosine(schedule.rate, epoch / schedule.epochs));
    const loss = await trainEpoch(model, problem, training, schedule.batch, `${seed}/${epoch}`, labels);
    const auc = areaUnderCurve(
      scoreInputs(model, problem, validation.inputs, validation.count),
      validation.labels,
    );
    good = auc >= schedule.enough ? good + 1 : 0;
    tell(
      `epoch ${epoch + 1}: loss ${loss.toFixed(4)}, validation AUC ${auc.toFixed(4)}, ${seconds(started)} s`,
    );
  }
  return model;
}

/** Teaches the network, cell by cell, where the lesions are, and starts its head from that. */
async function learnPlaces(
  network: Network,
  problem: Problem,
  set: InputSet,
  schedule: Schedule,
  seed: number,
  tell: (line: string) => void,
): Promise<void> {
  const optimizer = tf.train.adam(schedule.rate);
  network.cells.compile({ optimizer, loss: cellLoss });
  const side = gridSide(problem);
  const target = (chosen: Uint32Array): tf.Tensor => {
    const cells = Array.from(chosen, (i) => set.cells.subarray(i * side * side, (i + 1) * side * side));
    return tf.tensor4d(Float32Array.from(cells.flatMap((one) => [...one])), [chosen.length, side, side, 1]);
  };
  for (let epoch = 0; epoch < schedule.guided; epoch++) {
    setRate(optimizer, cosine(schedule.rate, epoch / schedule.guided));
    const loss = await trainEpoch(
      network.cells,
      problem,
      set,
      schedule.batch,
      `${seed}/places/${epoch}`,
      target,
    );
    tell(`places, epoch ${epoch + 1}: loss ${loss.toFixed(4)}`);
  }
  startHeadFromCells(network, HEAD_GAIN);
}

/** Cross-entropy of the cells' logits; the few lesion cells count ten times. */
function cellLoss(truth: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const weight = truth.mul(9).add(1);
    return logits.softplus().sub(truth.mul(logits)).mul(weight).mean();
  });
}

/** Half a cosine from the full rate to almost nothing. */
function cosine(rate: number, done: number): number {
  return rate * 0.5 * (1 + Math.cos(Math.PI * done)) + 1e-5;
}

/** Adam keeps its rate in a protected field and reads it at every step; TensorFlow.js has no public setter. */
function setRate(optimizer: tf.Optimizer, rate: number): void {
  Object.assign(optimizer, { learningRate: rate });
}

/** One pass over the images in a seeded order; the mean loss. */
async function trainEpoch(
  model: tf.LayersModel,
  problem: Problem,
  set: InputSet,
  batch: number,
  seed: string,
  target: (chosen: Uint32Array) => tf.Tensor,
): Promise<number> {
  const order = shuffled(set.count, seed);
  let total = 0;
  let batches = 0;
  for (let first = 0; first + batch <= set.count; first += batch) {
    const chosen = order.subarray(first, first + batch);
    const [x, y] = [gather(problem, set, chosen), target(chosen)];
    total += (await model.trainOnBatch(x, y)) as number;
    batches++;
    tf.dispose([x, y]);
  }
  return total / batches;
}

function gather(problem: Problem, set: InputSet, chosen: Uint32Array): tf.Tensor {
  const length = problem.inputSize ** 2 * problem.channels;
  const inputs = new Float32Array(chosen.length * length);
  chosen.forEach((index, i) =>
    inputs.set(set.inputs.subarray(index * length, (index + 1) * length), i * length),
  );
  return tf.tensor4d(inputs, shapeOf(problem, chosen.length));
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

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0);
}
