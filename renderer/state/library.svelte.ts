import type { Argument, Opened } from '../../preload/contract';
import type { Series, Study, Unreadable } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { framesOf, mergeStudies, mergeUnreadable, type Place } from './frames';
import type { Problems } from './problems.svelte';

/** Where an opening is. */
export interface Opening {
  readonly requestId: string;
  readonly files: number;
  readonly note: string;
}

/** The studies that are open, and which series and frame of them is looked at. */
export class Library {
  studies = $state.raw<readonly Study[]>([]);
  unreadable = $state.raw<readonly Unreadable[]>([]);
  opening = $state.raw<Opening | null>(null);
  study = $state.raw<Study | null>(null);
  series = $state.raw<Series | null>(null);
  /** Place in the reading order, from 0. */
  index = $state(0);
  readonly frames = $derived<Place[]>(this.series ? framesOf(this.series) : []);
  readonly place = $derived<Place | null>(this.frames[this.index] ?? null);

  constructor(private readonly problems: Problems) {}

  /** Opens files; what is found streams in. True when something was opened. */
  async open(from: Argument<'open'>['from']): Promise<boolean> {
    const requestId = newRequestId();
    this.opening = { requestId, files: 0, note: '' };
    const stopListening = window.sightline.on('opened', (event) => {
      if (event.requestId === requestId) this.#take(event.opened);
    });
    try {
      const opened = await ask('open', { requestId, from });
      if (opened) this.#take(opened);
      if (opened) this.#selectFirst(opened);
      return opened !== null && opened.studies.length > 0;
    } catch (thrown) {
      this.problems.report(thrown);
      return false;
    } finally {
      stopListening();
      if (this.opening?.requestId === requestId) this.opening = null;
    }
  }

  /** Stops the opening that is under way; what was found stays. */
  cancelOpening(): void {
    if (this.opening) void ask('cancel', { requestId: this.opening.requestId });
  }

  progress(requestId: string, note: string): void {
    if (this.opening?.requestId === requestId) this.opening = { ...this.opening, note };
  }

  select(study: Study, series: Series): void {
    this.study = study;
    this.series = series;
    this.index = 0;
  }

  /** Moves to a place; outside the series means its nearest end. */
  goTo(index: number): void {
    this.index = Math.min(Math.max(0, Math.round(index)), Math.max(0, this.frames.length - 1));
  }

  /** Merged into what is there now, so that two openings at a time lose nothing of each other. */
  #take(opened: Opened): void {
    this.studies = mergeStudies(this.studies, opened.studies);
    this.unreadable = mergeUnreadable(this.unreadable, opened.unreadable);
    if (this.opening) this.opening = { ...this.opening, files: opened.files };
    this.#refreshSelection();
  }

  #refreshSelection(): void {
    const study = this.studies.find(
      ({ studyInstanceUid }) => studyInstanceUid === this.study?.studyInstanceUid,
    );
    const series = study?.series.find(
      ({ seriesInstanceUid }) => seriesInstanceUid === this.series?.seriesInstanceUid,
    );
    if (study && series) {
      this.study = study;
      this.series = series;
    } else this.#selectAny(this.studies);
  }

  #selectFirst(opened: Opened): void {
    const uid = opened.studies[0]?.studyInstanceUid;
    const found = this.studies.filter(({ studyInstanceUid }) => studyInstanceUid === uid);
    if (uid !== this.study?.studyInstanceUid) this.#selectAny(found);
  }

  #selectAny(studies: readonly Study[]): void {
    const study = studies.find(({ series }) => series.length > 0);
    if (study) this.select(study, study.series[0]!);
  }
}
