import type { SliceReference } from '../../preload/vocabulary';
import type { Review } from '../review.svelte';

interface Marked extends SliceReference {
  readonly id: string;
}

/** Selects a mark, to be edited. */
export function selectMark({ regions, workplace }: Review, { id }: Marked): void {
  regions.selected = id;
  workplace.tool = 'edit';
}

/** Shows the frame that a mark is on in the active pane, and selects the mark. */
export function goToMark(review: Review, mark: Marked): void {
  const { pane } = review;
  const series = pane.study?.series.find(({ instances }) =>
    instances.some(({ sopInstanceUid }) => sopInstanceUid === mark.sopInstanceUid),
  );
  if (!series || !pane.study) return;
  if (series !== pane.series) pane.select(pane.study, series);
  const index = pane.frames.findIndex(
    ({ instance, frame }) => instance.sopInstanceUid === mark.sopInstanceUid && frame === mark.frame,
  );
  pane.goTo(index);
  selectMark(review, mark);
}
