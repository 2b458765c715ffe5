import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Order, Outcome } from './messages';

/** Long after any limit, for what does not even use the processor while it hangs. */
const silenceMs = 30_000;

/** Bundles the process that reads mutations, beside the packages that it needs. */
export async function bundled(): Promise<{ readonly file: string; remove(): void }> {
  const outDir = resolve(`.cache/mutations-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('main/dicom/mutations/reading-process.ts'),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { external: [/^[^./\0]/], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
  return {
    file: join(outDir, 'reading-process.cjs'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

/**
 * Lets a process of its own read mutations.
 * @throws Error where it dies or falls silent, with the seed of the mutation that it was at
 */
export function readIn(child: ChildProcess, order: Order): Promise<Outcome[]> {
  return new Promise((done, fail) => {
    const outcomes: Outcome[] = [];
    const stopped = (how: string) => (): void =>
      fail(new Error(`mutation ${order.from + outcomes.length} of ${order.original}: the process ${how}`));
    let silence = setTimeout(stopped('fell silent'), silenceMs);
    const ended = stopped('died');
    child.once('exit', ended);
    child.on('message', (outcome: Outcome) => {
      clearTimeout(silence);
      outcomes.push(outcome);
      if (outcome.seed < order.to - 1) silence = setTimeout(stopped('fell silent'), silenceMs);
      else {
        child.removeAllListeners('message').off('exit', ended);
        done(outcomes);
      }
    });
    child.send(order);
  });
}

/** Starts it. */
export const readingChild = (file: string): ChildProcess => fork(file, { execArgv: [], stdio: 'inherit' });
