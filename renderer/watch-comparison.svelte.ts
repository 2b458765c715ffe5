import { untrack } from 'svelte';
import type { Review } from './review.svelte';

/** What follows in a comparison: the panes show one slice, the panel is about the active one, the maps are compared. */
export function watchComparison({ comparison, agreements, models, panes }: Review): void {
  $effect(() => {
    void models.chosen;
    untrack(() => comparison.settle());
  });

  const question = $derived(comparison.questionIn(panes.active));
  $effect(() => {
    if (question) untrack(() => comparison.takeQuestion());
  });

  $effect(() => {
    const { series, index } = panes.active;
    if (comparison.isOn && series && index >= 0) untrack(() => comparison.lent.follow());
  });

  const made = $derived(comparison.madeOn(panes.active.slice));
  $effect(() => {
    const all = comparison.answers.running ? null : made;
    if (all) untrack(() => void agreements.want(all));
  });
}
