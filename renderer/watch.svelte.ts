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
    untrack(() => {
      const instances = library.study!.series.flatMap((series) => series.instances);
      const sops = new Set(instances.map(({ sopInstanceUid }) => sopInstanceUid));
      void regions.take(studyUid, sops, review.start.regions);
    });
  });

  $effect(() => {
    const { explanation, frameRegions } = review;
    const { threshold } = overlay;
    const alive = explanation && !explanations.gone.has(explanation.id);
    const wish = explanation && { explanation, regions: frameRegions, threshold };
    untrack(() => (wish && !alive ? audits.cannot() : audits.want(wish)));
  });
}
