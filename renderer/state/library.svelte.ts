import type { Argument, Opened } from '../../preload/contract';
import type { Study, Unreadable } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { mergeStudies, mergeUnreadable } from './merge-studies';
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
    const stopListening = window.sightline.on('opened', (event) => {
      if (event.requestId === requestId) this.#take(event.opened);
    });
    try {
      const opened = await ask('open', { requestId, from });
      if (opened) this.#take(opened);
      if (opened) this.#showFirst(opened);
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

  /** Merged into what is there now, so that two openings at a time lose nothing of each other. */
  #take(opened: Opened): void {
    this.studies = mergeStudies(this.studies, opened.studies);
    this.unreadable = mergeUnreadable(this.unreadable, opened.unreadable);
    if (this.opening) this.opening = { ...this.opening, files: opened.files };
    this.showing.renew(this.studies);
  }

  #showFirst(opened: Opened): void {
    const uid = opened.studies[0]?.studyInstanceUid;
    const found = this.studies.filter(({ studyInstanceUid }) => studyInstanceUid === uid);
    if (uid !== this.showing.study?.studyInstanceUid) this.showing.showAny(found);
  }
}
