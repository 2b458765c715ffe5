import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a program of dcmtk or gdcm; npm test installs both, so one that is missing is a failure. */
export function run(program: string, ...parameters: string[]): void {
  execFileSync(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** The bytes of PixelData as dcmtk writes them out of an uncompressed file, little endian. */
export function rawPixels(path: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-raw-'));
  try {
    run('dcmdump', '--quiet', '+W', folder, path);
    const raw = readdirSync(folder).filter((name) => name.endsWith('.raw'));
    const last = raw.sort().at(-1);
    if (last === undefined) throw new Error(`dcmdump wrote no pixels of ${path}`);
    return readFileSync(join(folder, last));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
