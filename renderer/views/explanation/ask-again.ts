import type { Review } from '../../review.svelte';
import { isCheap } from '../../state/question';

/**
 * Asks a changed question at once where there was an answer to the one before and the method is cheap; else the panel
 * says that the map is of another question, and the person asks when all is set.
 */
export function askAgain(review: Review): void {
  const { summary } = review.models;
  if (review.explanation && summary && isCheap(summary)) void review.explain();
}
