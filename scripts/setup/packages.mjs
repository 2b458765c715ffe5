// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reason, npm, run } from './command.mjs';
import { ROOT } from './places.mjs';
import { SetupError } from './step.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/**
 * Whether what npm says it installed is what the lock file asks for. npm leaves its own record in
 * node_modules when it is done, so an install that was broken off, or is of another lock file, is seen.
 * @param {Packages} wanted `packages` of package-lock.json
 * @param {Packages} found `packages` of node_modules/.package-lock.json
 * @returns {boolean} optional packages may be missing: they are for other systems
 */
export function matches(wanted, found) {
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const installed = found[path];
    if (installed === undefined) return optional === true;
    return installed.version === version && installed.integrity === integrity;
  });
}

/**
 * @param {string} path of a lock file
 * @returns {Packages}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** @type {import('./step.mjs').Step} */
export const packagesStep = {
  name: 'npm packages',
  purposes: ['app', 'tests', 'cli'],
  needed() {
    const record = join(ROOT, 'node_modules', '.package-lock.json');
    return !existsSync(record) || !matches(packagesOf(join(ROOT, 'package-lock.json')), packagesOf(record));
  },
  async run() {
    const { command, first } = npm();
    const { code, output } = await run(
      command,
      [...first, 'ci', '--loglevel=error', '--no-update-notifier'],
      { cwd: ROOT },
    );
    if (code !== 0) {
      throw new SetupError(
        `The npm packages could not be installed (${reason(output)}): check the network and run it again.`,
      );
    }
    return 'npm ci, exact versions of package-lock.json';
  },
};
