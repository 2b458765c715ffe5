import type { Unreadable } from '../../preload/vocabulary';

/** Files that could not be read for one reason. */
export interface UnreadableGroup {
  /** What completes '<name of the first file> …'. */
  readonly reason: string;
  readonly files: readonly { readonly name: string; readonly path: string }[];
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Files under the reason that they share, in the order in which they were told; the reason without a file's own name. */
export function groupUnreadable(list: readonly Unreadable[]): UnreadableGroup[] {
  const groups = new Map<string, { name: string; path: string }[]>();
  for (const { path, reason: told } of list) {
    const name = nameOf(path);
    const reason = told.startsWith(`${name} `) ? told.slice(name.length + 1) : told;
    const files = groups.get(reason) ?? [];
    groups.set(reason, files);
    files.push({ name, path });
  }
  return [...groups].map(([reason, files]) => ({ reason, files }));
}
