// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { CACHE } from './places.mjs';

/** @param {string} file @returns {boolean} whether the process that wrote the lock is gone */
function abandoned(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    // Vanished meanwhile, or no such process; one of another user's (EPERM) is alive.
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM';
  }
}

/** @param {string} file @returns {boolean} whether the lock is ours now */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (abandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/**
 * Does work that two runs in the same folder must not do at once; the second waits for the first.
 * @template T
 * @param {string} name
 * @param {() => void} onWait told once, when it has to wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, onWait, work) {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `${name}.lock`);
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 1) onWait();
    await setTimeout(250);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
