import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerDecoder } from '../../peers/syntaxes';

/** Memory where there is such a folder, so that no disk slows a tool down. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs a tool to its end and returns what it said; rejects where it is missing or fails. */
export function runTool(program: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(said)
        : reject(new Error(`${program} failed with ${code} on ${parameters.join(' ')}`)),
    );
  });
}

/**
 * Decodes files with a tool: one list a core, all at a time, the files of a list one after the other.
 * @returns seconds: by the clock, or what the slowest core's runs say that they took
 */
export async function secondsOf(peer: PeerDecoder, lists: readonly (readonly string[])[]): Promise<number> {
  const folder = await mkdtemp(join(memory, 'sightline-bench-'));
  try {
    const before = performance.now();
    const said = await Promise.all(
      lists.map((list, core) => runList(peer, list, join(folder, `${core}${peer.writes}`))),
    );
    return peer.elapsed ? Math.max(...said) : (performance.now() - before) / 1000;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The seconds that the runs say that they took together; NaN where they do not say. */
async function runList(peer: PeerDecoder, files: readonly string[], to: string): Promise<number> {
  let seconds = 0;
  for (const from of files) {
    const said = await runTool(peer.program, peer.args(from, to));
    seconds += Number(peer.elapsed?.exec(said)?.[1]);
  }
  return seconds;
}
