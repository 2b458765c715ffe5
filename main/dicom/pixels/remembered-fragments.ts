import type { Fragment } from './fragment-index';

/** Fragments that are remembered altogether; a thousand frames take as many, or a few times that. */
const most = 200_000;

/** The latest last. */
const remembered = new Map<string, readonly Fragment[]>();

/** Where the fragments of pixel data like this were; a file may have changed, or another may look alike. */
export function recallFragments(key: string): readonly Fragment[] | null {
  return remembered.get(key) ?? null;
}

/**
 * Keeps where fragments are, as each frame of a recording asks for them and only a walk past all can tell.
 * @param key what tells pixel data apart
 */
export function rememberFragments(key: string, fragments: readonly Fragment[]): void {
  remembered.delete(key);
  remembered.set(key, fragments);
  let count = [...remembered.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of remembered) {
    if (count <= most || oldest === key) return;
    remembered.delete(oldest);
    count -= length;
  }
}
