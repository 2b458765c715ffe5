import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerDecoder } from '../../peers/syntaxes';

/** Memory where there is such a folder, so that no disk slows a tool down. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs a tool to its end; rejects where it is missing or fails. */
export function runTool(program: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed with ${code} on ${parameters.join(' ')}`)),
    );
  });
}

/** Decodes files with a tool: one list a core, all at a time, the files of a list one after the other. */
export async function runAll(peer: PeerDecoder, lists: readonly (readonly string[])[]): Promise<void> {
  const folder = await mkdtemp(join(memory, 'sightline-bench-'));
  try {
    await Promise.all(lists.map((list, core) => runList(peer, list, join(folder, `${core}${peer.writes}`))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runList(peer: PeerDecoder, files: readonly string[], to: string): Promise<void> {
  for (const from of files) await runTool(peer.program, peer.args(from, to));
}
