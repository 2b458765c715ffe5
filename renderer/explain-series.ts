import type { Review } from './review.svelte';
import { withClass } from './state/class-question';
import { newestKind, type Strip, stripOf } from './state/series-strip';
import type { Pane } from './state/pane.svelte';

/** The class with the highest score on the active pane's slice, which is explained first; null where it cannot be. */
async function topClass(review: Review): Promise<number | null> {
  if (!review.explanation && !(await review.explain())) return null;
  const scores = review.explanation?.scores ?? [];
  return scores.reduce((top, { logit }, index) => (logit > scores[top]!.logit ? index : top), 0);
}

function labelOf(classes: readonly string[], classIndex: number, against: number | null): string {
  const label = classes[classIndex]!;
  return against === null ? label : `${label} − ${classes[against]!}`;
}

/**
 * Explains all slices of the active pane's series in one class, so that they can be compared: the chosen class, or the
 * one with the highest score on the slice on screen.
 */
export async function explainSeries(review: Review): Promise<void> {
  const { models, pane, seriesRun } = review;
  const { series, frames } = pane;
  if (!models.loaded || !series || !review.slice || !review.mayExplain(pane)) return;
  const { question, loaded } = models;
  const classIndex = question.classIndex === 'top' ? await topClass(review) : question.classIndex;
  if (classIndex === null || models.loaded !== loaded) return;
  // What is asked of single slices from now on is what the run was asked, so that they can be compared too.
  Object.assign(models, withClass(models, classIndex));
  await seriesRun.start({
    seriesInstanceUid: series.seriesInstanceUid,
    frames,
    modelId: loaded.id,
    question: { ...question, classIndex },
    label: labelOf(loaded.classes, classIndex, question.against),
  });
}

/** What is known along a pane's series: of the run over it, else of the question that was asked last. */
export function stripIn({ explanations, models, seriesRun }: Review, { series, frames }: Pane): Strip | null {
  const { of } = seriesRun;
  const { chosen } = models;
  const isRun = of && of.seriesInstanceUid === series?.seriesInstanceUid && of.modelId === chosen;
  const kind = isRun ? of.kind : newestKind(frames, explanations.marks, chosen);
  return stripOf(frames, explanations.marks, kind);
}
