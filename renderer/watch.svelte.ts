import { untrack } from 'svelte';
import type { Review } from './review.svelte';

/** What follows from what: a place → its slice; a series → its model; a study → its review; a map → its audit. */
export function watch(review: Review): void {
  const { library, slices, display, models, regions, explanations, audits, overlay, workplace } = review;

  const seriesUid = $derived(library.series?.seriesInstanceUid ?? '');
  const studyUid = $derived(library.study?.studyInstanceUid ?? '');

  $effect(() => {
    const { place, frames, index } = library;
    untrack(() => void slices.show(place, frames, index));
  });

  $effect(() => {
    if (!seriesUid) return;
    untrack(() => {
      display.reset();
      workplace.cine = false;
      void models.preselect(library.series!.modality);
    });
  });

  $effect(() => {
    if (!studyUid) return;
    untrack(() => void regions.take(studyUid));
  });

  $effect(() => {
    if (!library.opening) untrack(() => void regions.refresh());
  });

  $effect(() => {
    const { explanation, frameRegions } = review;
    const { threshold } = overlay;
    const alive = explanation && !explanations.gone.includes(explanation.id);
    const wish = explanation && { explanation, regions: frameRegions, threshold };
    untrack(() => (wish && !alive ? audits.cannot() : audits.want(wish)));
  });
}
