import type { Candidate, OnUnreadable } from './candidate';
import { describe } from './describe';
import { filesReferredTo, isDicomdir } from './dicomdir';
import { referred } from './disc';
import { FileFault, NotAnImage } from './faults';
import { readHeader } from './header';
import { indexedTags } from './indexed-tags';
import { describePicture, isPicture } from './pictures/index';
import type { FileRecord } from './record';
import type { Source } from './source';
import { filesInZip } from './zip/files';
import { isZip } from './zip/index';

/** What a file holds: an image or object, further files, or nothing that anybody asked for. */
export type Seen = { readonly record: FileRecord } | { readonly files: AsyncIterable<Candidate> } | null;

/**
 * Looks at the beginning of a file.
 * @throws FileFault where it cannot be read
 */
export async function lookAt(
  candidate: Candidate,
  source: Source,
  onUnreadable: OnUnreadable,
): Promise<Seen> {
  try {
    return await seenIn(candidate, source, onUnreadable);
  } catch (thrown) {
    if (candidate.aside && thrown instanceof NotAnImage) return null;
    throw thrown;
  }
}

async function seenIn(candidate: Candidate, source: Source, onUnreadable: OnUnreadable): Promise<Seen> {
  const { path, archive, named, aside } = candidate;
  if (source.size === 0) throw new NotAnImage('is empty; ask for a new copy of the file.');
  const opening = await source.read(0, 16);
  if (isZip(opening) && (named || /\.zip$/i.test(path)) && !aside) {
    if (archive !== undefined) throw new FileFault('is a ZIP inside a ZIP; unzip the outer one and open it.');
    return { files: filesInZip(path, onUnreadable) };
  }
  if (isPicture(opening)) return aside ? null : { record: await describePicture(source, path) };
  const header = await readHeader(source, indexedTags);
  if (!isDicomdir(header)) return { record: describe(header, path) };
  // One that was found in a folder has been followed from there.
  return named ? { files: referred(path, filesReferredTo(header), onUnreadable) } : null;
}
