import type { VerdictKind } from '../../../preload/vocabulary';
import { auditMap } from '../../../main/audit/index';
import { explain, sourceOfSlice } from '../../../main/explain/explain';
import type { Model } from '../../../main/model/port';
import { positiveAt } from '../positives';
import { PROBLEMS } from './problems';
import type { Bias, ProblemKind } from './problem';

/** How often each verdict was given. */
export type Verdicts = Readonly<Record<VerdictKind, number>>;

/**
 * Grad-CAM of the positive class on `count` unseen positives, each judged by the application's own rule.
 * @param size side of the phantoms, pixels; by default twice the input's side, so that the application's preparation
 *   has something to shrink
 */
export function judgePositives(
  model: Model,
  kind: ProblemKind,
  bias: Bias,
  count: number,
  seed: number,
  size = 2 * PROBLEMS[kind].inputSize,
): Verdicts {
  const verdicts = { lesion: 0, artefact: 0, mixed: 0, elsewhere: 0, none: 0 };
  for (let i = 0; i < count; i++) {
    const { slice, regions } = positiveAt(kind, bias, i, seed, size);
    const wish = { method: 'grad-cam', classIndex: 1, layer: '' };
    const explanation = explain(model, sourceOfSlice(model.card, slice), wish, String(i));
    verdicts[auditMap(explanation, regions, 0.5).verdict]++;
  }
  return verdicts;
}
