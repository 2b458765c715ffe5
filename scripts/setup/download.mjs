// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { reason, run } from './command.mjs';
import { CACHE, bytesIn } from './places.mjs';
import { SetupError } from './step.mjs';

/**
 * A file that a package registry's own client can fetch, pinned by its hash.
 * @typedef {object} Download
 * @property {string} label what the reader is told
 * @property {string} file name under which it is kept
 * @property {string} sha256
 * @property {number} bytes
 * @property {(into: string, spare: string) => { command: string, args: string[], env?: NodeJS.ProcessEnv }} fetch
 *   the command that leaves the file in `into` and keeps what it needs meanwhile in `spare`
 */

const DOWNLOADS = join(CACHE, 'downloads');
const LIMIT_MS = 30 * 60_000;
const STALL_MS = 3 * 60_000;

/**
 * @param {string} path
 * @returns {Promise<string>} SHA-256 in hexadecimal
 */
export async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * @param {Download} wanted
 * @param {string} folder
 * @param {import('./log.mjs').Log} log
 */
async function fetchInto(wanted, folder, log) {
  const into = join(folder, 'into');
  const spare = join(folder, 'spare');
  await mkdir(into, { recursive: true });
  await mkdir(spare, { recursive: true });
  const { command, args, env } = wanted.fetch(into, spare);
  const outcome = await run(command, args, {
    env: { ...process.env, ...env },
    limitMs: LIMIT_MS,
    stallMs: STALL_MS,
    // Clients write to a spare place first and copy at the end: the larger of the two is how far it is.
    measure: () => Math.max(bytesIn(into), bytesIn(spare)),
    onProgress: (bytes) => log.progress(wanted.label, bytes, wanted.bytes),
  });
  if (outcome.code !== 0) {
    throw new SetupError(
      `${wanted.label} could not be downloaded (${reason(outcome.output)}): check the network and run it again.`,
    );
  }
  const [name] = await readdir(into);
  return join(into, name ?? '');
}

/**
 * Fetches a file once and checks its hash; a file that is there already is checked, not fetched.
 * @param {Download} wanted
 * @param {import('./log.mjs').Log} log
 * @returns {Promise<string>} path of the file
 */
export async function download(wanted, log) {
  const kept = join(DOWNLOADS, wanted.file);
  if (existsSync(kept) && (await sha256(kept)) === wanted.sha256) return kept;
  const folder = join(DOWNLOADS, `${wanted.file}.${process.pid}.tmp`);
  try {
    const fetched = await fetchInto(wanted, folder, log);
    const found = await sha256(fetched);
    if (found !== wanted.sha256) {
      throw new SetupError(
        `${wanted.label} is not the pinned file (SHA-256 ${found}): nothing of it was used; run it again.`,
      );
    }
    await rename(fetched, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return kept;
}
