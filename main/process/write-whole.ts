import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, PersonError } from './errors';

/** What the system's error codes mean to a person, and what to do. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space or choose another folder',
  EDQUOT: 'your share of the disk is used up; free some space or choose another folder',
  EACCES: 'you may not write there; choose another folder',
  EPERM: 'you may not write there; choose another folder',
  EROFS: 'that disk cannot be written to; choose another folder',
  ENOENT: 'that folder does not exist; choose another one',
  ENOTDIR: 'that folder does not exist; choose another one',
  EEXIST: 'a file is in the way of that folder; choose another one',
  EISDIR: 'a folder of that name is in the way; choose another name',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EFBIG: 'the file would be larger than that disk allows; choose another folder',
};

export interface WriteOptions {
  /** What the file is called in the sentence of a failure; its name where it is not said. */
  readonly what?: string;
  /** Makes the folder where there is none. */
  readonly makeFolder?: boolean;
}

/**
 * Puts bytes or text at a path, whole or not at all: they are written beside the path under a temporary name, flushed
 * to the disk and renamed; whatever fails, the temporary file is removed and what was there before stays.
 * @throws PersonError with one sentence of why not
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  { what = basename(path), makeFolder = false }: WriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.sightline-${randomUUID()}.part`);
  try {
    if (makeFolder) await mkdir(dirname(path), { recursive: true });
    await writeFlushed(await open(temporary, 'wx'), content);
    await rename(temporary, path);
  } catch (thrown) {
    await removeLeft(temporary);
    const reason = reasons[(thrown as NodeJS.ErrnoException).code ?? ''] ?? messageOf(thrown);
    throw new PersonError(`${what} could not be written to ${dirname(path)}: ${reason}.`);
  }
}

/** Where the folder itself is not there, nothing was left. */
async function removeLeft(temporary: string): Promise<void> {
  await rm(temporary, { force: true }).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'ENOTDIR') throw thrown;
  });
}

async function writeFlushed(file: FileHandle, content: Uint8Array | string): Promise<void> {
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
