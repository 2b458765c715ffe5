import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ReportContent } from '../../preload/vocabulary';
import { messageOf, PersonError } from '../process/errors';
import type { Format } from './format';

/** What the system's error codes mean to a person, and what to do. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space or choose another folder',
  EDQUOT: 'your share of the disk is used up; free some space or choose another folder',
  EACCES: 'you may not write there; choose another folder',
  EPERM: 'you may not write there; choose another folder',
  EROFS: 'that disk cannot be written to; choose another folder',
  ENOENT: 'that folder does not exist; choose another one',
  ENOTDIR: 'that folder does not exist; choose another one',
  EISDIR: 'a folder of that name is in the way; choose another name',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EFBIG: 'the file would be larger than that disk allows; choose another folder',
};

/**
 * Renders a report and puts it at a path, whole or not at all: it is written beside the path under a temporary name,
 * flushed to the disk and renamed; whatever fails, the temporary file is removed and what was there before stays.
 */
export async function writeReport(
  format: Format,
  path: string,
  content: ReportContent,
): Promise<{ path: string }> {
  await writeWhole(path, await format.render(content));
  return { path };
}

/** Puts bytes at a path, whole or not at all; a PersonError says why not. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.sightline-${randomUUID()}.part`);
  try {
    await writeFlushed(await open(temporary, 'wx'), bytes);
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    const reason = reasons[code] ?? messageOf(thrown);
    throw new PersonError(
      `The report ${basename(path)} could not be written to ${dirname(path)}: ${reason}.`,
    );
  }
}

async function writeFlushed(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
