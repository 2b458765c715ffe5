import { stat } from 'node:fs/promises';
import type { Entry } from 'yauzl';
import { openPromise } from 'yauzl';
import { messageOf } from '../../process/errors';
import { Shelf } from '../../process/shelf';
import { FileFault } from '../faults';
import { limits } from '../limits';
import { faultOf, nameOf } from './checks';
import { fingerprint } from './zip-path';

/** What a ZIP holds: its files by their names with slashes, and those that are refused, with the reason. */
export interface Archive {
  /** Changes when the ZIP does. */
  readonly identity: string;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

const recent = new Shelf<Archive>({ count: 4, weight: limits.maxZipEntries });

/**
 * Reads what a ZIP holds; that of the last few is kept.
 * @throws FileFault where it is damaged or beyond the limits
 */
export async function archiveAt(path: string): Promise<Archive> {
  const identity = `${(await fingerprint(path)) ?? ''} ${path}`;
  const known = recent.get(identity);
  if (known) return known;
  const archive = await readArchive(path, identity);
  recent.put(identity, archive, archive.entries.size);
  return archive;
}

async function readArchive(path: string, identity: string): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const refused: { name: string; reason: string }[] = [];
  let packed = 0;
  for await (const entry of entriesAt(path)) {
    const name = nameOf(entry);
    packed += entry.compressedSize;
    if (name.endsWith('/')) continue;
    const reason = entries.has(name) ? sameName : faultOf(entry, name);
    if (reason === null) entries.set(name, entry);
    else refused.push({ name, reason });
  }
  if (packed > (await stat(path)).size) throw new FileFault(overlapping);
  return { identity, entries, refused };
}

async function* entriesAt(path: string): AsyncGenerator<Entry> {
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch(damaged);
  try {
    if (zip.entryCount > limits.maxZipEntries) throw new FileFault(tooMany(zip.entryCount));
    yield* zip.eachEntry();
  } catch (thrown) {
    damaged(thrown);
  } finally {
    zip.close();
  }
}

function damaged(thrown: unknown): never {
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  if (thrown instanceof FileFault || typeof code === 'string') throw thrown;
  throw new FileFault(
    `could not be read (ZIP: ${messageOf(thrown).replace(/\.$/, '')}); ask for a new copy of the file.`,
    { cause: thrown },
  );
}

const sameName = 'has the same name as another file of the ZIP; only the first was read.';
const overlapping = 'claims to hold more than it can (its entries overlap); it was not read.';

function tooMany(count: number): string {
  return `holds ${count} files, more than ${limits.maxZipEntries}; unzip it and open the folder.`;
}
