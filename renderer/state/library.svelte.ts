import type { Argument, Opened, OpenedAll } from '../../preload/contract';
import type { Study, Unreadable } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { arrangeStudies, mergeStudies, mergeUnreadable } from './merge-studies';
import { Heard } from './heard';
import type { Problems } from './problems.svelte';

/** Where an opening is. */
export interface Opening {
  readonly requestId: string;
  readonly files: number;
  readonly note: string;
}

/** Who shows what is opened. */
export interface Showing {
  /** The study that is looked at. */
  readonly study: Study | null;
  /** More of the studies is known, maybe of what is looked at. */
  renew(studies: readonly Study[]): void;
  /** Looks at the first of some studies that has a series. */
  showAny(studies: readonly Study[]): void;
}

/** The studies that are open. */
export class Library {
  studies = $state.raw<readonly Study[]>([]);
  unreadable = $state.raw<readonly Unreadable[]>([]);
  opening = $state.raw<Opening | null>(null);

  constructor(
    private readonly problems: Problems,
    private readonly showing: Showing,
  ) {}

  /** Opens files; what is found streams in. True when something was opened. */
  async open(from: Argument<'open'>['from']): Promise<boolean> {
    const requestId = newRequestId();
    this.opening = { requestId, files: 0, note: '' };
    const heard = new Heard();
    const stopListening = window.sightline.on('opened', (event) => {
      if (event.requestId !== requestId) return;
      this.#take(event.opened);
      heard.one();
    });
    try {
      const opened = await ask('open', { requestId, from });
      if (opened) await heard.until(opened.parts);
      if (opened) this.#arrange(opened);
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

  /** Everything has been told: it is put in its final order, and the first study is shown. */
  #arrange({ studies, files }: OpenedAll): void {
    this.studies = arrangeStudies(this.studies, studies);
    this.#count(files);
    this.showing.renew(this.studies);
    this.#showFirst(studies[0]?.studyInstanceUid);
  }

  #count(files: number): void {
    if (this.opening && this.opening.files !== files) this.opening = { ...this.opening, files };
  }

  /** Merged into what is there now, so that two openings at a time lose nothing of each other. */
  #take(opened: Opened): void {
    this.studies = mergeStudies(this.studies, opened.studies);
    if (opened.unreadable.length > 0) this.unreadable = mergeUnreadable(this.unreadable, opened.unreadable);
    this.#count(opened.files);
    this.showing.renew(this.studies);
  }

  #showFirst(uid: string | undefined): void {
    const found = this.studies.filter(({ studyInstanceUid }) => studyInstanceUid === uid);
    if (uid !== this.showing.study?.studyInstanceUid) this.showing.showAny(found);
  }
}
