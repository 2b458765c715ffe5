import type { Opened } from '../../preload/contract';
import type { Progress } from '../../preload/vocabulary';
import { CancelledError } from '../process/errors';
import { Breath } from './breath';
import type { Candidate, OnUnreadable } from './candidate';
import { Catalogue } from './catalogue';
import { withDiskFile, withFileAtHand } from './disk';
import { DiskPace } from './disk-pace';
import { sentenceAbout } from './faults';
import { filesBelow } from './folder';
import type { Seen } from './look-at';
import { lookAt } from './look-at';
import { SnapshotPace } from './snapshot-pace';
import type { Source } from './source';
import { withEntry } from './zip/index';

/** What may be told while files are read. */
export interface IndexOptions {
  /** Ends the reading with CancelledError. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Gets what was found since the last part, every now and then. */
  readonly onPart?: (part: Opened) => void;
  /** Waits while something goes before the list of files; asked every few milliseconds. */
  readonly giveWay?: () => Promise<void>;
  /** A clock in milliseconds, for tests. */
  readonly now?: () => number;
}

const filesAtOnce = 8;

/**
 * Reads the headers of files, folders (recursively), ZIPs and what DICOMDIRs refer to, and gathers them into studies.
 * A file that cannot be read is listed with one sentence of why and never stops the rest.
 * @throws CancelledError when the signal is aborted
 */
export function indexPaths(paths: readonly string[], options: IndexOptions = {}): Promise<Opened> {
  return new Indexing(options).of(paths);
}

class Indexing {
  readonly #catalogue = new Catalogue();
  readonly #seen = new Set<string>();
  readonly #disk = new DiskPace();
  readonly #breath = new Breath();
  readonly #pace: SnapshotPace;
  /** What files turned out to lead to. */
  readonly #further: AsyncIterable<Candidate>[] = [];
  readonly #onUnreadable: OnUnreadable = (path, reason) => this.#catalogue.addUnreadable(path, reason);

  constructor(private readonly options: IndexOptions) {
    this.#pace = new SnapshotPace(() => this.#tell(), options.now);
  }

  async of(paths: readonly string[]): Promise<Opened> {
    this.#further.push(filesBelow(paths, this.#onUnreadable));
    for (let next = this.#further.shift(); next; next = this.#further.shift()) {
      const files = next[Symbol.asyncIterator]();
      await Promise.all(Array.from({ length: filesAtOnce }, () => this.#work(files)));
    }
    this.#stopIfCancelled();
    return this.#catalogue.snapshot();
  }

  /** Takes the next file when it is done with its own, as all others of its kind do. */
  async #work(files: AsyncIterator<Candidate>): Promise<void> {
    for (let next = await files.next(); !next.done; next = await files.next()) {
      this.#stopIfCancelled();
      if (this.#seen.has(next.value.path)) continue;
      this.#seen.add(next.value.path);
      await this.#read(next.value);
      this.#pace.step(this.#catalogue.hasAny);
      if (await this.#breath.step()) await this.options.giveWay?.();
    }
  }

  async #read(candidate: Candidate): Promise<void> {
    const { path } = candidate;
    try {
      const seen = await this.#open(candidate, (source) => lookAt(candidate, source, this.#onUnreadable));
      if (seen && 'files' in seen) this.#further.push(named(path, seen.files, this.#onUnreadable));
      else if (seen) this.#catalogue.add(seen.record);
      if (!seen || 'record' in seen) this.#catalogue.count();
    } catch (thrown) {
      this.#catalogue.count();
      this.#onUnreadable(path, sentenceAbout(path, thrown));
    }
  }

  async #open(candidate: Candidate, work: (source: Source) => Promise<Seen>): Promise<Seen> {
    if (candidate.archive !== undefined) return withEntry(candidate.archive, candidate.path, work, 'header');
    if (!this.#disk.isAtHand()) return withDiskFile(candidate.path, work).finally(() => this.#disk.skipped());
    return withFileAtHand(candidate.path, work, (milliseconds) => this.#disk.took(milliseconds));
  }

  #tell(): void {
    const { files } = this.#catalogue;
    this.options.onProgress?.({ done: files, total: 0, note: `Reading headers: ${files} files` });
    this.options.onPart?.(this.#catalogue.takeNews());
  }

  #stopIfCancelled(): void {
    if (this.options.signal?.aborted) throw new CancelledError();
  }
}

/** A ZIP or DICOMDIR that fails as it is followed is listed like any other file. */
async function* named(
  path: string,
  files: AsyncIterable<Candidate>,
  onUnreadable: OnUnreadable,
): AsyncGenerator<Candidate> {
  try {
    yield* files;
  } catch (thrown) {
    onUnreadable(path, sentenceAbout(path, thrown));
  }
}
