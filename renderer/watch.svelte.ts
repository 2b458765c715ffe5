import { untrack } from 'svelte';
import type { Review } from './review.svelte';
import type { Pane } from './state/pane.svelte';
import { watchLinks } from './watch-links.svelte';

/** Frames a second of cine where the file does not say. */
const fallbackRate = 15;

/** What follows from what: the active pane's series → its model; its study → its review; its map → its audit. */
export function watch(review: Review): void {
  const { library, models, regions, explanations, audits, overlay } = review;

  watchLinks(review.panes);

  const seriesUid = $derived(review.pane.series?.seriesInstanceUid ?? '');
  const studyUid = $derived(review.pane.study?.studyInstanceUid ?? '');

  $effect(() => {
    if (!seriesUid) return;
    untrack(() => void models.preselect(review.pane.series!.modality));
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

/** The same for each pane on screen: its place → its slice; its cine → the next place. */
export function watchPane(pane: Pane): void {
  $effect(() => {
    const { place, frames, index } = pane;
    untrack(() => void pane.slices.show(place, frames, index));
  });

  $effect(() => {
    if (!pane.cine || pane.frames.length < 2) return;
    const rate = pane.frames[0]?.instance.frameRate ?? fallbackRate;
    const timer = setInterval(() => pane.goTo((pane.index + 1) % pane.frames.length), 1000 / rate);
    return () => clearInterval(timer);
  });
}
