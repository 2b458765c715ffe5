import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = resolve('bench', 'peers', 'explain');

/**
 * The GPU libraries that PyTorch's wheel is linked against. Nothing of them is called on a CPU, and they weigh three
 * gigabytes: empty libraries of the same names stand in for them. (CUDA's runtime and profiler, which are called when
 * PyTorch is loaded, are installed.)
 */
const standIns = [
  ...[
    'libcublas.so.13',
    'libcublasLt.so.13',
    'libcudnn.so.9',
    'libcufft.so.12',
    'libcufile.so.0',
    'libcurand.so.10',
  ],
  ...['libcusparse.so.12', 'libcusparseLt.so.0', 'libnccl.so.2', 'libnvrtc.so.13', 'libnvshmem_host.so.3'],
];

/** Where the Python of the peers is, and which libraries it needs to find. */
export interface PeerEnvironment {
  readonly python: string;
  readonly libraries: string;
}

const within = (place: string): PeerEnvironment => ({
  python: join(place, 'bin', 'python'),
  libraries: join(place, 'stand-ins'),
});

/** The peers' environment, made on first use (a gigabyte to fetch): anew whenever a pin changes. */
export async function peerEnvironment(): Promise<PeerEnvironment> {
  const requirements = join(folder, 'requirements.txt');
  const hash = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const place = resolve('.cache', 'peers', `explain-${hash}`);
  if (!existsSync(place)) await make(place, requirements);
  return within(place);
}

/** Makes it under a name of its own and renames it, so that what is there is whole. */
async function make(place: string, requirements: string): Promise<void> {
  process.stderr.write('Making the Python environment of the peers, which takes some minutes…\n');
  const unfinished = `${place}.${process.pid}.tmp`;
  const { python, libraries } = within(unfinished);
  try {
    await run('python3', ['-m', 'venv', unfinished]);
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps'];
    await run(python, ['-m', 'pip', 'install', ...options, '-r', requirements]);
    await mkdir(libraries);
    for (const name of standIns) await makeStandIn(join(libraries, name), name);
    await rename(unfinished, place);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function makeStandIn(path: string, name: string): Promise<void> {
  await run('cc', ['-shared', `-Wl,-soname,${name}`, '-o', path, '-x', 'c', '/dev/null']);
}
