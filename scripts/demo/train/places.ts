import * as tf from '@tensorflow/tfjs-node';
import type { Shown } from './epoch';
import { cosine, setRate, trainEpoch } from './epoch';
import { gridSide } from './grid';
import type { Lesson } from './lesson';
import { mirrored } from './mirror';
import type { Network } from './network';
import { pooledEvidence, startHeadFromCells } from './network';

/**
 * A cell without any evidence stands at this logit below even. Low enough to be right nearly always, high enough that
 * the loss goes on pressing what little evidence there is to nothing.
 */
const SILENCE = 2;

/** Teaches the network, cell by cell, where the lesions are, and starts its head from that. */
export async function learnPlaces(network: Network, lesson: Lesson): Promise<void> {
  const { problem, schedule, seed, training, tell } = lesson;
  const optimizer = tf.train.adam(schedule.rate);
  network.cells.compile({ optimizer, loss: cellLoss });
  const side = gridSide(problem);
  const target = (batch: readonly Shown[]): tf.Tensor => {
    const truth = new Float32Array(batch.length * side * side);
    batch.forEach(({ index, mirror }, i) => {
      const cells = training.cells.subarray(index * side * side, (index + 1) * side * side);
      truth.set(mirror ? mirrored(cells, side, 1) : cells, i * side * side);
    });
    return tf.tensor4d(truth, [batch.length, side, side, 1]);
  };
  for (let epoch = 0; epoch < schedule.guided; epoch++) {
    setRate(optimizer, cosine(schedule.rate, epoch / schedule.guided));
    const order = `${seed}/places/${epoch}`;
    const loss = await trainEpoch(network.cells, problem, training, schedule.batch, order, target);
    tell(`places, epoch ${epoch + 1}: loss ${loss.toFixed(4)}`);
  }
  const judged = pooledEvidence(network.pooled, problem, training.inputs, training.count);
  const mean = (label: number): number => {
    const of = judged.filter((_, i) => training.labels[i] === label);
    return of.reduce((sum, value) => sum + value, 0) / of.length;
  };
  startHeadFromCells(network, mean(0), mean(1));
}

/** Cross-entropy of the cells, whose logit is their evidence less the silence; the few lesion cells count ten times. */
function cellLoss(truth: tf.Tensor, evidence: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const weight = truth.mul(9).add(1);
    const logits = evidence.sub(SILENCE);
    return logits.softplus().sub(truth.mul(logits)).mul(weight).mean();
  });
}
