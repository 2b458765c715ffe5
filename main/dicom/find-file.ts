import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Finds files below a folder by names whose case may be another on the disk, as that of a disc's often is. */
export class FileFinder {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(private readonly folder: string) {}

  /**
   * @param parts names of folders, and of the file at last
   * @returns the path of the file, or null where there is none or the parts lead out of the folder
   */
  async find(parts: readonly string[]): Promise<string | null> {
    let path = this.folder;
    for (const part of parts) {
      const name = isStep(part) ? undefined : await this.#nameIn(path, part);
      if (name === undefined) return null;
      path = join(path, name);
    }
    return path;
  }

  async #nameIn(folder: string, part: string): Promise<string | undefined> {
    const known = this.#folders.get(folder);
    const names = known ?? namesIn(folder);
    if (!known) this.#folders.set(folder, names);
    return (await names).get(part) ?? (await names).get(part.toLowerCase());
  }
}

/** Names by themselves and by their lower case. */
async function namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  // A folder that cannot be listed has no files; each that is missing is told of.
  const names = await readdir(folder).catch(() => []);
  return byName(names);
}

/** Names by themselves and by their lower case; an exact one goes first. */
export function byName(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ...names.map((name) => [name.toLowerCase(), name] as const),
    ...names.map((name) => [name, name] as const),
  ]);
}

function isStep(part: string): boolean {
  return part === '.' || part === '..' || /[\\/:\0]/.test(part);
}
