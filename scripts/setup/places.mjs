// @ts-check
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What was downloaded and unpacked; outside node_modules, so that a new `npm ci` downloads nothing again. */
export const CACHE = join(ROOT, '.cache');

/** Notes of what set-up did inside node_modules; they vanish with it, as what they speak of does. */
export const STAMPS = join(ROOT, 'node_modules', '.sightline');

/**
 * Bytes of all files below a folder. Files that vanish while it looks count as nothing: downloads do that.
 * @param {string} folder
 * @returns {number}
 */
export function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    sum += lstatSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
