import type { ImportedObject, SliceReference, Study, StudyObject } from '../../preload/vocabulary';
import type { Review } from '../review.svelte';
import { frameKey, framesOf, placeKey } from '../state/frames';

/** Reads an object, puts what it holds on the images, and shows an image that it is on. */
export async function showObject(review: Review, study: Study, object: StudyObject): Promise<void> {
  const imported = await review.imports.show(study, object);
  if (imported) goToFrameOf(review, study, imported);
}

/** The frame that is looked at stays if something is on it; else the middle one of those that have something. */
function goToFrameOf(review: Review, study: Study, { regions, maps }: ImportedObject): void {
  const { pane } = review;
  const marked = new Set([...regions, ...maps].map((found: SliceReference) => frameKey(found)));
  if (marked.size === 0 || (pane.place && marked.has(placeKey(pane.place)))) return;
  const series = [...(pane.series ? [pane.series] : []), ...study.series].find((candidate) =>
    framesOf(candidate).some((place) => marked.has(placeKey(place))),
  );
  if (!series) return;
  if (series !== pane.series) review.panes.show(pane, study, series);
  const indices = pane.frames.flatMap((place, index) => (marked.has(placeKey(place)) ? [index] : []));
  pane.goTo(indices[Math.floor(indices.length / 2)]!);
}
