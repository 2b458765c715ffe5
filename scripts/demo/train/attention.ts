import type { Question, VerdictKind } from '../../../preload/vocabulary';
import { auditMap } from '../../../main/audit/index';
import { explain } from '../../../main/explain/explain';
import { Passes } from '../../../main/explain/passes';
import { sourceOfSlice } from '../../../main/explain/source';
import type { Model } from '../../../main/model/port';
import { positiveAt } from '../positives';
import { PROBLEMS } from './problems';
import type { Bias, ProblemKind } from './problem';

/** How often each verdict was given. */
export type Verdicts = Readonly<Record<VerdictKind, number>>;

const question: Question = { method: 'grad-cam', classIndex: 1, against: null, layers: [], parameters: {} };

/**
 * Grad-CAM of the positive class on `count` unseen positives, each judged by the application's own rule.
 * @param size side of the phantoms, pixels; by default twice the input's side, so that the application's preparation
 *   has something to shrink
 */
export async function judgePositives(
  model: Model,
  kind: ProblemKind,
  bias: Bias,
  count: number,
  seed: number,
  size = 2 * PROBLEMS[kind].inputSize,
): Promise<Verdicts> {
  const verdicts = { lesion: 0, artefact: 0, mixed: 0, elsewhere: 0, none: 0, control: 0 };
  for (let i = 0; i < count; i++) {
    const { slice, regions } = positiveAt(kind, bias, i, seed, size);
    const source = sourceOfSlice(model.card, slice);
    const setting = { model, source, passes: new Passes(), turn: () => Promise.resolve() };
    const explanation = await explain(setting, question, String(i));
    verdicts[auditMap(explanation, regions, 0.5).verdict]++;
  }
  return verdicts;
}
