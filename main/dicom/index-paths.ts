import type { Opened } from '../../preload/contract';
import type { Progress } from '../../preload/vocabulary';
import { CancelledError } from '../process/errors';
import { Catalogue } from './catalogue';
import { describe } from './describe';
import { FileFault, sentenceAbout } from './faults';
import { filesBelow } from './folder';
import { readHeader } from './header';
import { describePicture, isPicture } from './pictures/index';
import type { FileRecord } from './record';
import { SnapshotPace } from './snapshot-pace';
import type { Source } from './source';
import { withFile } from './source';

/** What may be told while files are read. */
export interface IndexOptions {
  /** Ends the reading with CancelledError. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Gets all that is found so far, every now and then. */
  readonly onPart?: (part: Opened) => void;
  /** A clock in milliseconds, for tests. */
  readonly now?: () => number;
}

const filesAtOnce = 8;
const mediaStorageDirectory = '1.2.840.10008.1.3.10';

/**
 * Reads the headers of files and folders (recursively) and gathers them into studies. A file that cannot be read is
 * listed with one sentence of why and never stops the rest.
 * @throws CancelledError when the signal is aborted
 */
export async function indexPaths(paths: readonly string[], options: IndexOptions = {}): Promise<Opened> {
  const catalogue = new Catalogue();
  const files = filesBelow(paths, (path, reason) => catalogue.addUnreadable(path, reason));
  const pace = new SnapshotPace(() => tell(catalogue, options), options.now);
  const work = async (): Promise<void> => {
    // One generator shared by all: each takes the next file when it is done with its own.
    for (let next = await files.next(); !next.done; next = await files.next()) {
      if (options.signal?.aborted) throw new CancelledError();
      await readInto(catalogue, next.value);
      pace.step();
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
  if (options.signal?.aborted) throw new CancelledError();
  return catalogue.snapshot();
}

function tell(catalogue: Catalogue, { onProgress, onPart }: IndexOptions): void {
  onProgress?.({ done: catalogue.files, total: 0, note: `Reading headers: ${catalogue.files} files` });
  onPart?.(catalogue.snapshot());
}

async function readInto(catalogue: Catalogue, path: string): Promise<void> {
  try {
    const record = await withFile(path, (source) => recordOf(source, path));
    if (record) catalogue.add(record);
  } catch (thrown) {
    catalogue.addUnreadable(path, sentenceAbout(path, thrown));
  } finally {
    catalogue.count();
  }
}

/** What a file holds; null for the index of a disc, which says nothing that its files do not. */
async function recordOf(source: Source, path: string): Promise<FileRecord | null> {
  if (source.size === 0) throw new FileFault('is empty; ask for a new copy of the file.');
  if (isPicture(await source.read(0, 16))) return describePicture(source, path);
  const header = await readHeader(source);
  return header.mediaStorageSopClassUid === mediaStorageDirectory ? null : describe(header, path);
}
