import type { Instance, SliceReference } from '../../preload/vocabulary';
import type { Review } from '../review.svelte';

interface Marked extends SliceReference {
  readonly id: string;
}

/** Selects a mark, to be edited. */
export function selectMark({ regions, workplace }: Review, { id }: Marked): void {
  regions.selected = id;
  workplace.tool = 'edit';
}

/** Every series that a mark of the open study may be on: what the active pane shows, a cut perhaps, then the files'. */
const seriesOf = ({ pane }: Review) => [...(pane.series ? [pane.series] : []), ...(pane.study?.series ?? [])];

/** The image that a mark is on; null where it is on none that is open, such as a cut that was computed before. */
export function instanceOf(review: Review, { sopInstanceUid }: SliceReference): Instance | null {
  for (const { instances } of seriesOf(review)) {
    const found = instances.find((instance) => instance.sopInstanceUid === sopInstanceUid);
    if (found) return found;
  }
  return null;
}

/** Shows the frame that a mark is on in the active pane, and selects the mark; tells the person where there is none. */
export function goToMark(review: Review, mark: Marked): void {
  const { pane, problems } = review;
  const instance = instanceOf(review, mark);
  const series = seriesOf(review).find(({ instances }) => instance && instances.includes(instance));
  if (!instance || !series || !pane.study) {
    problems.tell(
      'The image of this mark is not open: open its file, or choose its plane of the series again.',
    );
    return;
  }
  if (series !== pane.series) pane.select(pane.study, series);
  const index = pane.frames.findIndex(
    (place) => place.instance.sopInstanceUid === mark.sopInstanceUid && place.frame === mark.frame,
  );
  pane.goTo(index);
  selectMark(review, mark);
}
