import type { ReportFormat } from '../preload/vocabulary';
import { ask, problemOf } from './ask';
import type { Review } from './review.svelte';

/** Resolves as soon as a condition on the state holds; rejects with the first problem that is told meanwhile. */
function until(review: Review, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = $effect.root(() => {
      $effect(() => {
        const problem = review.problems.notices.find(({ tone }) => tone === 'problem');
        const done = holds();
        if (problem) reject(new Error(problem.message));
        else if (done) resolve();
        if (problem || done) queueMicrotask(() => end());
      });
    });
  });
}

async function walk(review: Review): Promise<string> {
  await until(
    review,
    () => review.slice !== null && (review.models.loaded !== null || !review.models.chosen),
  );
  if (!review.models.loaded) throw new Error('No model reads this series, so there is nothing to show.');
  if (!(await review.explain())) throw new Error(firstProblem(review));
  await until(
    review,
    () => !review.audits.pending && (review.audits.audit !== null || review.audits.failure !== ''),
  );
  if (!review.audits.audit) throw new Error(review.audits.failure);
  const formats: readonly ReportFormat[] = ['pdf', 'html', 'json'];
  for (const format of formats)
    if ((await review.export(format)) === null) throw new Error(firstProblem(review));
  return review.audits.audit!.sentence;
}

const firstProblem = ({ problems }: Review): string =>
  problems.notices[0]?.message ?? 'The tour ended before its report was written.';

/** The guided tour: explains the first image with its model, waits for the audit, writes every report, and ends. */
export async function runTour(review: Review): Promise<void> {
  try {
    const message = await walk(review);
    await ask('endTour', { ok: true, message });
  } catch (thrown) {
    await ask('endTour', { ok: false, message: problemOf(thrown).message });
  }
}
