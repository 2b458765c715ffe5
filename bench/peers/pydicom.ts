import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '3.0.2';
const place = resolve('.cache', 'peers', `pydicom-${version}`);

/** Fetches pydicom once with pip, apart from whatever Python has of its own. */
async function installed(): Promise<string> {
  if (existsSync(place)) return place;
  const unfinished = `${place}.${process.pid}.tmp`;
  try {
    await run('python3', [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'],
      ...['--target', unfinished, `pydicom==${version}`],
    ]);
    await rename(unfinished, place);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return place;
}

/**
 * Runs a script of bench/peers in one Python process that has pydicom.
 * @returns what it prints, read as JSON
 */
export async function runPydicom(script: string, ...args: readonly string[]): Promise<unknown> {
  const env = { ...process.env, PYTHONPATH: await installed() };
  const path = join(process.cwd(), 'bench', 'peers', script);
  const { stdout } = await run('python3', [path, ...args], { env });
  return JSON.parse(stdout);
}
