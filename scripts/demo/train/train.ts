import * as tf from '@tensorflow/tfjs-node';
import type { Shown } from './epoch';
import { cosine, setRate, trainEpoch } from './epoch';
import type { Lesson } from './lesson';
import { areaUnderCurve } from './measure';
import { buildNetwork, scoreInputs } from './network';
import { learnPlaces } from './places';

/** A network that knows the places already is taught this many times more gently. */
const GENTLER = 8;

/** Trains one model; tells a line an epoch. */
export async function trainModel(lesson: Lesson): Promise<tf.LayersModel> {
  const network = buildNetwork(lesson.problem, lesson.schedule.pooling, lesson.seed);
  if (lesson.schedule.guided > 0) await learnPlaces(network, lesson);
  await learnLabels(network.model, lesson);
  return network.model;
}

/** Teaches the label of the whole image; keeps the weights of the best or of the last epoch, as the schedule says. */
async function learnLabels(model: tf.LayersModel, lesson: Lesson): Promise<void> {
  const { problem, schedule, seed, training, tell } = lesson;
  const rate = schedule.guided > 0 ? schedule.rate / GENTLER : schedule.rate;
  const optimizer = tf.train.adam(rate);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const labels = (batch: readonly Shown[]): tf.Tensor =>
    tf.tensor2d(batch.map(({ index }) => [1 - (training.labels[index] ?? 0), training.labels[index] ?? 0]));
  let best = { auc: -1, weights: [] as tf.Tensor[] };
  for (let epoch = 0; epoch < schedule.epochs && best.auc < schedule.enough; epoch++) {
    setRate(optimizer, cosine(rate, epoch / schedule.epochs));
    const loss = await trainEpoch(model, problem, training, schedule.batch, `${seed}/${epoch}`, labels);
    const auc = validationAuc(model, lesson);
    tell(`epoch ${epoch + 1}: loss ${loss.toFixed(4)}, validation AUC ${auc.toFixed(4)}`);
    if (schedule.keep === 'best' && auc <= best.auc) continue;
    tf.dispose(best.weights);
    best = { auc, weights: model.getWeights().map((weight) => weight.clone()) };
  }
  model.setWeights(best.weights);
  tf.dispose(best.weights);
}

function validationAuc(model: tf.LayersModel, { problem, validation }: Lesson): number {
  const { inputs, labels, count } = validation;
  return areaUnderCurve(scoreInputs(model, problem, inputs, count), labels);
}
