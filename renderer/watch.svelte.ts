import { untrack } from 'svelte';
import type { Review } from './review.svelte';
import { frameDue, rateOf } from './state/cine';
import type { Pane } from './state/pane.svelte';
import { watchLinks } from './watch-links.svelte';

/** What follows from what: the active pane's series → its model; its study → its review; its map → its audit. */
export function watch(review: Review): void {
  const { library, models, regions, explanations, imports, audits, overlay, panes, cuts } = review;

  watchLinks(review.panes);

  const seriesUid = $derived(review.pane.series?.seriesInstanceUid ?? '');
  const studyUid = $derived(review.pane.study?.studyInstanceUid ?? '');
  const openingId = $derived(library.opening?.requestId ?? '');

  $effect(() => {
    if (openingId) untrack(() => review.reader.forget());
  });

  $effect(() => {
    if (!seriesUid) return;
    untrack(() => void models.preselect(review.pane.series!.modality));
  });

  $effect(() => {
    if (!studyUid) return;
    untrack(() => void regions.take(studyUid));
  });

  $effect(() => {
    const uid = regions.atHand;
    if (uid) untrack(() => imports.settle(uid));
  });

  $effect(() => {
    // A new explanation is looked at; a map that was read waits behind it.
    if (Object.keys(explanations.byFrame).length > 0) untrack(() => (imports.inFront = false));
  });

  $effect(() => {
    if (!library.opening) untrack(() => void regions.refresh());
  });

  $effect(() => {
    // A volume is the largest thing that the window holds: it goes when nothing that is shown comes from it.
    for (const { series } of panes.all) void series;
    untrack(() => cuts.keepOnly(panes.all));
  });

  $effect(() => {
    const { explanation, frameRegions } = review;
    const { threshold } = overlay;
    const alive = explanation && !explanations.gone.includes(explanation.id);
    const wish = explanation && { explanation, regions: frameRegions, threshold };
    untrack(() => (wish && !alive ? audits.cannot() : audits.want(wish)));
  });
}

/** Calls back before each picture of the screen with the ms since the first; the answer ends it. */
function everyFrame(show: (elapsed: number) => void): () => void {
  let began: number | null = null;
  let request = requestAnimationFrame(function next(now) {
    began ??= now;
    show(now - began);
    request = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(request);
}

/** The same for each pane on screen: its place → its slice; its cine → the next place. */
export function watchPane(pane: Pane): void {
  $effect(() => {
    const { place, frames, index } = pane;
    untrack(() => void pane.slices.show(place, frames, index));
  });

  $effect(() => {
    if (!pane.cine || pane.frames.length < 2) return;
    const count = pane.frames.length;
    const first = untrack(() => pane.index);
    const rate = rateOf(pane.cineRate, pane.frames[0]?.instance.frameRate ?? null);
    return everyFrame((elapsed) => pane.goTo(frameDue(first, elapsed, rate, count)));
  });
}
