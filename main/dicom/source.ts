import { withDiskFile } from './disk';
import { archivePathOf, withEntry } from './zip/index';

/** Bytes that can be read at any place without holding all of them. */
export interface Source {
  readonly size: number;
  /** Up to length bytes from position; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** Bytes already in memory. */
export function bufferSource(bytes: Buffer): Source {
  return {
    size: bytes.length,
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
  };
}

/**
 * Opens a file, on the disk or inside a ZIP, hands its bytes to work, and closes it whatever happens.
 * @param path of the file; of an entry of a ZIP: the ZIP's path, then the entry's
 */
export async function withFile<Result>(
  path: string,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  const archive = await archivePathOf(path);
  return archive === null ? withDiskFile(path, work) : withEntry(archive, path, work);
}
