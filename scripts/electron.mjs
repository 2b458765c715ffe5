// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './setup/places.mjs';

/** The runtime that is used where Electron's own download is out of reach (see setup/electron-pinned.mjs). */
export const PINNED = join(CACHE, 'electron-33.2.1');

const PACKAGE = join(ROOT, 'node_modules', 'electron');

/** @returns {string | undefined} Electron's own binary, where its download went well */
function official() {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} */
function fromEnvironment() {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (dist === undefined) return undefined;
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * @returns {string | undefined} the executable that is there, if any: one named by ELECTRON_OVERRIDE_DIST_PATH,
 *   else the official one, else the pinned one
 */
export function findElectron() {
  const pinned = join(PINNED, 'electron');
  return fromEnvironment() ?? official() ?? (existsSync(pinned) ? pinned : undefined);
}

/**
 * @returns {string} absolute path of the Electron executable
 * @throws {Error} when set-up has not been run
 */
export function electronPath() {
  const path = findElectron();
  if (path === undefined) throw new Error('Electron is not set up yet: run `npm start` or `npm test` once.');
  return path;
}

/**
 * The environment for a run of Electron: ours, with the runtime named for the `electron` package's own wrapper,
 * without a variable that would turn Electron into plain Node.
 * @returns {Record<string, string>}
 */
export function electronEnv() {
  const env = /** @type {Record<string, string>} */ ({ ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' });
  delete env['ELECTRON_RUN_AS_NODE'];
  if (electronPath().startsWith(PINNED)) env['ELECTRON_OVERRIDE_DIST_PATH'] = PINNED;
  return env;
}

/**
 * Switches that this machine needs. Chromium's sandbox refuses to start for root.
 * @returns {string[]}
 */
export function launchArgs() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
