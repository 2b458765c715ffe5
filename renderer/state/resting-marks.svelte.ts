import { valueOf } from '../../preload/text';
import type { Measurement, Region, SliceReference } from '../../preload/vocabulary';
import { ask } from '../ask';
import { markedOn, type Marks } from './marks';
import type { Problems } from './problems.svelte';

const nothing: Marks = { regions: [], measurements: [] };

/** The marks of a study that is looked at beside the one that is worked on, such as a prior: shown as they are on disk. */
export class RestingMarks {
  #marks = $state.raw<Marks>(nothing);
  #study = '';

  constructor(private readonly problems: Problems) {}

  /** Reads the marks of a study, or forgets them (''): it is worked on now, and its marks are at hand elsewhere. */
  async take(studyInstanceUid: string): Promise<void> {
    this.#study = studyInstanceUid;
    if (!studyInstanceUid) {
      this.#marks = nothing;
      return;
    }
    try {
      const marks = valueOf(await ask('loadReview', { studyInstanceUid }));
      if (this.#study === studyInstanceUid) this.#marks = marks;
    } catch (thrown) {
      this.problems.report(thrown);
    }
  }

  /** The regions of one frame. */
  on(slice: SliceReference): readonly Region[] {
    return markedOn(this.#marks.regions, slice);
  }

  /** The measurements of one frame. */
  measurementsOn(slice: SliceReference): readonly Measurement[] {
    return markedOn(this.#marks.measurements, slice);
  }
}
