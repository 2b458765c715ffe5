import { basename, join, posix } from 'node:path';
import type { Candidate, OnUnreadable } from '../candidate';
import { isIndexName } from '../candidate';
import { filesReferredTo } from '../dicomdir';
import { harmless, missing } from '../disc';
import { byName } from '../find-file';
import { readHeader } from '../header';
import { inCountingOrder } from '../order';
import { archiveAt } from './archive';
import { withEntry } from './entry-source';

/**
 * The files in a ZIP as if it were a folder: by name, without hidden ones, those that a DICOMDIR refers to first. What
 * is refused is told of.
 * @throws FileFault where the ZIP is damaged or beyond the limits
 */
export async function* filesInZip(archive: string, onUnreadable: OnUnreadable): AsyncGenerator<Candidate> {
  const { entries, refused } = await archiveAt(archive);
  for (const { name, reason } of refused)
    if (!isHidden(name)) {
      const path = join(archive, ...name.split('/').filter(Boolean).map(harmless));
      onUnreadable(path, `${basename(path)} ${reason}`);
    }
  const names = inCountingOrder([...entries.keys()], (name) => name).filter((name) => !isHidden(name));
  const candidate = (name: string, aside: boolean): Candidate => ({
    ...{ path: join(archive, name), archive, named: false, aside },
  });
  const discs = names.filter((name) => isIndexName(posix.basename(name)));
  const read: string[] = [];
  for (const disc of discs) {
    const files = await filesOfDiscIn(archive, disc, names, onUnreadable);
    if (!files) continue;
    read.push(posix.dirname(disc));
    yield* files.map((name) => candidate(name, false));
  }
  const others = names.filter((name) => !discs.includes(name));
  yield* others.map((name) =>
    candidate(
      name,
      read.some((folder) => isBelow(name, folder)),
    ),
  );
}

async function filesOfDiscIn(
  archive: string,
  disc: string,
  names: readonly string[],
  onUnreadable: OnUnreadable,
): Promise<string[] | null> {
  const header = await withEntry(archive, join(archive, disc), (source) => readHeader(source)).catch(
    () => null,
  );
  if (!header) return null;
  const known = byName(names);
  return filesReferredTo(header).flatMap((parts) => {
    const name = posix.join(posix.dirname(disc), ...parts.map(harmless));
    const found = known.get(name) ?? known.get(name.toLowerCase());
    if (found === undefined) onUnreadable(join(archive, name), missing(parts));
    return found ?? [];
  });
}

/** Hidden files, and what macOS puts beside each file. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => (part.startsWith('.') && !/^\.+$/.test(part)) || part === '__MACOSX');
}

function isBelow(name: string, folder: string): boolean {
  return folder === '.' || name.startsWith(`${folder}/`);
}
