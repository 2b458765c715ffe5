import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all below it, MB. */
export interface Memory {
  /** Proportional set size: what processes share is counted once, in parts. */
  readonly pss: number;
  /** Resident set size: what processes share is counted for each. */
  readonly rss: number;
}

/** Sums over a process and its descendants as the kernel has them now; Linux only. */
export function memoryOf(root: number): Memory {
  const sums = { pss: 0, rss: 0 };
  for (const pid of withDescendants(root)) {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    sums.pss += megabytes(rollup, 'Pss');
    sums.rss += megabytes(rollup, 'Rss');
  }
  return { pss: Math.round(sums.pss), rss: Math.round(sums.rss) };
}

function withDescendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(Number(pid));
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** The fourth field of stat, after the name in brackets, which may hold anything. */
function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** '' for a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if (['ENOENT', 'ESRCH'].includes((thrown as NodeJS.ErrnoException).code ?? '')) return '';
    throw thrown;
  }
}

function megabytes(rollup: string, name: 'Pss' | 'Rss'): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
}
