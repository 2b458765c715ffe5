import type { Question } from '../../../preload/vocabulary';
import type { Review } from '../../review.svelte';
import type { Preset } from './presets';

function questionsOf({ models, explanation }: Review, preset: Preset): readonly Question[] {
  const { loaded, methods, question } = models;
  return loaded ? preset.questions({ loaded, methods, question, scores: explanation?.scores ?? [] }) : [];
}

/** Explains the active pane's slice by the questions of a preset, side by side. */
export async function compareBy(review: Review, preset: Preset): Promise<void> {
  if (!review.mayExplain(review.pane)) return;
  if (preset.needsScores && !review.explanation && !(await review.explain())) return;
  const questions = questionsOf(review, preset);
  if (questions.length < 2) return review.problems.tell(preset.lack);
  review.comparison.begin(questions, 0, review.explanation);
  await review.explain();
}

/** Gives the question that is set one more pane beside, to be changed there. */
export function putBeside(review: Review): void {
  if (review.models.loaded && review.mayExplain(review.pane)) review.comparison.add(review.explanation);
}
