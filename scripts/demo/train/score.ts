import { prepareSlice } from '../../../main/prepare/prepare';
import type { Model } from '../../../main/model/port';
import { sliceOf } from '../positives';
import { areaUnderCurve } from './measure';
import type { Bias, ProblemKind } from './problem';
import { PROBLEMS } from './problems';

/**
 * AUC of a model on `count` unseen phantoms of a population, half of them positive, drawn at twice the input's
 * side and prepared as the application prepares a slice. The score is the difference of the two logits.
 */
export function heldOutAuc(model: Model, kind: ProblemKind, bias: Bias, count: number, seed: number): number {
  const problem = PROBLEMS[kind];
  const scores: number[] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const name = `${kind}/held-out-${bias}-${seed}/${i}`;
    const phantom = problem.draw(name, bias, i % 2 === 1, 2 * problem.inputSize);
    const logits = model.run(prepareSlice(sliceOf(kind, phantom, name), model.card.input).input);
    scores.push((logits[1] ?? 0) - (logits[0] ?? 0));
    labels.push(i % 2);
  }
  return areaUnderCurve(scores, labels);
}
