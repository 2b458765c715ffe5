import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Candidate, OnUnreadable } from './candidate';
import { isIndexName } from './candidate';
import { filesOfDisc } from './disc';
import { sentenceAbout } from './faults';
import { inCountingOrder } from './order';

/**
 * Every file below the paths, folder by folder and by name, as the slices of most series are numbered. Hidden files
 * and links to folders are left out; where a folder holds a DICOMDIR, the files that it refers to come first. A path
 * that was named outright is looked at whatever its name.
 */
export async function* filesBelow(
  paths: readonly string[],
  onUnreadable: OnUnreadable,
): AsyncGenerator<Candidate> {
  for (const path of paths.map((each) => resolve(each))) yield* filesOf(path, onUnreadable);
}

async function* filesOf(path: string, onUnreadable: OnUnreadable): AsyncGenerator<Candidate> {
  try {
    const found = await stat(path);
    if (!found.isDirectory() && !found.isFile()) throw new Error('it is neither a file nor a folder');
    if (found.isFile()) yield { path, named: true, aside: false };
    else yield* filesIn(path, false, onUnreadable);
  } catch (thrown) {
    onUnreadable(path, sentenceAbout(path, thrown));
  }
}

async function* filesIn(path: string, aside: boolean, onUnreadable: OnUnreadable): AsyncGenerator<Candidate> {
  const entries = await listed(path);
  const index = entries.find((entry) => isIndexName(entry.name) && entry.isFile());
  const disc = index ? await filesOfDisc(join(path, index.name), onUnreadable) : null;
  if (disc) yield* disc;
  const beside = aside || disc !== null;
  for (const entry of entries) {
    if (entry === index || entry.isDirectory()) continue;
    const child = join(path, entry.name);
    if (entry.isFile() || (await leadsToFile(child))) yield { path: child, named: false, aside: beside };
  }
  for (const entry of entries)
    if (entry.isDirectory()) yield* guarded(join(path, entry.name), beside, onUnreadable);
}

/** A folder that cannot be entered is listed, and its neighbours go on. */
async function* guarded(path: string, aside: boolean, onUnreadable: OnUnreadable): AsyncGenerator<Candidate> {
  try {
    yield* filesIn(path, aside, onUnreadable);
  } catch (thrown) {
    onUnreadable(path, sentenceAbout(path, thrown));
  }
}

async function listed(path: string): Promise<Dirent[]> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  return inCountingOrder(entries, ({ name }) => name);
}

async function leadsToFile(link: string): Promise<boolean> {
  return (await stat(link).catch(() => null))?.isFile() ?? false;
}
