import { opendir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { sentenceAbout } from './faults';

/** Told of what cannot be entered, so that it is listed and the rest goes on. */
export type OnUnreadable = (path: string, reason: string) => void;

/**
 * Every file below the paths, folder by folder, each once; hidden files, DICOMDIRs and links to folders are left out.
 * A path that was named outright is looked at whatever its name.
 */
export async function* filesBelow(
  paths: readonly string[],
  onUnreadable: OnUnreadable,
): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const path of paths.map((each) => resolve(each)))
    for await (const file of filesOf(path, onUnreadable)) {
      if (seen.has(file)) continue;
      seen.add(file);
      yield file;
    }
}

async function* filesOf(path: string, onUnreadable: OnUnreadable): AsyncGenerator<string> {
  try {
    const found = await stat(path);
    if (!found.isDirectory() && !found.isFile()) throw new Error('it is neither a file nor a folder');
    if (found.isFile()) yield path;
    else yield* folder(path, onUnreadable);
  } catch (thrown) {
    onUnreadable(path, sentenceAbout(path, thrown));
  }
}

async function* folder(path: string, onUnreadable: OnUnreadable): AsyncGenerator<string> {
  const folders: string[] = [];
  for await (const entry of await opendir(path)) {
    if (entry.name.startsWith('.')) continue;
    const child = join(path, entry.name);
    if (entry.isDirectory()) folders.push(child);
    else if (!isIndexFile(entry.name) && (entry.isFile() || (await leadsToFile(child)))) yield child;
  }
  for (const child of folders) yield* filesOf(child, onUnreadable);
}

async function leadsToFile(link: string): Promise<boolean> {
  return (await stat(link).catch(() => null))?.isFile() ?? false;
}

function isIndexFile(name: string): boolean {
  return basename(name).toUpperCase() === 'DICOMDIR';
}
