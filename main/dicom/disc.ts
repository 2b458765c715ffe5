import { dirname, join } from 'node:path';
import type { Candidate, OnUnreadable } from './candidate';
import { filesReferredTo } from './dicomdir';
import { withDiskFile } from './disk';
import { FileFinder } from './find-file';
import { readHeader } from './header';

/**
 * The files that the DICOMDIR of a folder refers to; each that is not there is told of.
 * @returns null where it cannot be read: its folder then says as much as it would
 */
export async function filesOfDisc(
  path: string,
  onUnreadable: OnUnreadable,
): Promise<AsyncGenerator<Candidate> | null> {
  try {
    const files = filesReferredTo(await withDiskFile(path, (source) => readHeader(source)));
    return referred(path, files, onUnreadable);
  } catch {
    return null;
  }
}

/** The files that a DICOMDIR refers to by the parts of their paths, as they are on the disk. */
export async function* referred(
  dicomdir: string,
  files: readonly (readonly string[])[],
  onUnreadable: OnUnreadable,
): AsyncGenerator<Candidate> {
  const folder = dirname(dicomdir);
  const finder = new FileFinder(folder);
  for (const parts of files) {
    const path = await finder.find(parts);
    if (path === null) onUnreadable(join(folder, ...parts.map(harmless)), missing(parts));
    else yield { path, named: false, aside: false };
  }
}

/** What a person reads about a file that a DICOMDIR names and that is not there. */
export function missing(parts: readonly string[]): string {
  return (
    `${parts.at(-1) ?? ''} is listed in the DICOMDIR and is not there; ` +
    'copy the whole disc, or ask for a new copy of it.'
  );
}

/** A part of a path as it may be shown below the folder, wherever it meant to lead. */
export function harmless(part: string): string {
  return part.replace(/[\\/:\0]/g, '_').replace(/^\.+$/, '_');
}
