import type { Region, RegionKind, SliceReference } from '../../preload/vocabulary';
import { ask } from '../ask';
import type { Problems } from './problems.svelte';
import { beginHistory, type History, record, redo, undo } from './undo';

const commentPause = 300;

/** The regions and the comment of the open study, with undo; on disk from the moment they are made. */
export class Regions {
  #study = '';
  /** False until what was marked before is at hand: nothing may be saved over it. */
  #ready = false;
  #history = $state.raw<History<readonly Region[]>>(beginHistory([]));
  /** A region as it is being drawn or dragged; shown and audited in place of the kept one, not saved. */
  draft = $state.raw<Region | null>(null);
  selected = $state('');
  /** What the next region will be called. */
  kind = $state<RegionKind>('lesion');
  comment = $state('');
  saved = $state(true);
  #commentTimer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly problems: Problems) {}

  /** All regions of the study, the draft in place of its kept self. */
  readonly all = $derived.by<readonly Region[]>(() => {
    const { draft } = this;
    if (!draft) return this.#history.now;
    const kept = this.#history.now;
    if (!kept.some(({ id }) => id === draft.id)) return [...kept, draft];
    return kept.map((region) => (region.id === draft.id ? draft : region));
  });

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** The regions of one frame. */
  on({ sopInstanceUid, frame }: SliceReference): readonly Region[] {
    return this.all.filter((region) => region.sopInstanceUid === sopInstanceUid && region.frame === frame);
  }

  /** Takes up the review of a study: what was marked and written before. */
  async take(studyInstanceUid: string): Promise<void> {
    this.flush();
    this.#ready = false;
    if (this.#study !== studyInstanceUid) this.#begin([], '');
    this.#study = studyInstanceUid;
    try {
      const review = await ask('loadReview', { studyInstanceUid });
      if (this.#study !== studyInstanceUid) return;
      this.#begin(review.regions, review.comment);
      this.#ready = true;
    } catch (thrown) {
      this.problems.report(thrown);
    }
  }

  /** Reads the review again where nothing was changed since: more of the study has been opened. */
  async refresh(): Promise<void> {
    const untouched =
      this.saved && !this.draft && this.#history.past.length + this.#history.future.length === 0;
    if (this.#study && untouched) await this.take(this.#study);
  }

  /** Adds a region, or puts a changed one in the place of its former self. */
  put(region: Region): void {
    this.draft = null;
    const kept = this.#history.now;
    const known = kept.some(({ id }) => id === region.id);
    this.#record(known ? kept.map((other) => (other.id === region.id ? region : other)) : [...kept, region]);
    this.selected = region.id;
  }

  remove(id: string): void {
    this.draft = null;
    if (this.selected === id) this.selected = '';
    this.#record(this.#history.now.filter((region) => region.id !== id));
  }

  /** Sets the kind of the selected region, and of those drawn from now on. */
  setKind(kind: RegionKind): void {
    this.kind = kind;
    const region = this.#history.now.find(({ id }) => id === this.selected);
    if (region && region.kind !== kind) this.put({ ...region, kind });
  }

  undo(): void {
    this.#travel(undo(this.#history));
  }

  redo(): void {
    this.#travel(redo(this.#history));
  }

  /** The comment as it is typed; written down after a short pause, at the latest by flush. */
  setComment(comment: string): void {
    if (!this.#ready) return;
    this.comment = comment;
    this.saved = false;
    clearTimeout(this.#commentTimer);
    this.#commentTimer = setTimeout(() => this.flush(), commentPause);
  }

  /** Writes down what is still only in the window. */
  flush(): void {
    if (this.#commentTimer === undefined) return;
    clearTimeout(this.#commentTimer);
    this.#commentTimer = undefined;
    const argument = { studyInstanceUid: this.#study, comment: this.comment };
    this.#save(() => ask('saveComment', argument));
  }

  #begin(regions: readonly Region[], comment: string): void {
    this.#history = beginHistory(regions);
    this.draft = null;
    this.selected = '';
    this.comment = comment;
    this.saved = true;
  }

  #record(regions: readonly Region[]): void {
    this.#travel(record(this.#history, regions));
  }

  #travel(history: History<readonly Region[]>): void {
    if (history === this.#history) return;
    this.draft = null;
    if (!this.#ready) {
      this.problems.tell(
        'The earlier marks of this study are not at hand, so nothing is changed: open the study again.',
      );
      return;
    }
    this.#history = history;
    if (!history.now.some(({ id }) => id === this.selected)) this.selected = '';
    this.#saveRegions();
  }

  #saveRegions(): void {
    const argument = { studyInstanceUid: this.#study, regions: this.#history.now };
    this.#save(() => ask('saveRegions', argument));
  }

  /** One write after the other, so that the last state is the one that stays. */
  #save(write: () => Promise<unknown>): void {
    if (!this.#study) return;
    this.saved = false;
    const mine = this.#queue.then(write).then(
      () => {
        if (this.#queue === mine) this.saved = true;
      },
      (thrown: unknown) => void this.problems.report(thrown),
    );
    this.#queue = mine;
  }
}
