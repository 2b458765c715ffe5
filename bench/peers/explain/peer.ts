import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { z } from 'zod';
import { THREADS } from './threads';
import { peerEnvironment } from './environment';

/** How much of what a process says on stderr is kept, to be told where it ends early. */
const toldAtMost = 4000;

/**
 * A framework's peers in one long-lived Python process: a question is a line of JSON, and so is its answer. One
 * question at a time, and stopped between them: threads of OpenMP that wait busily for the next one would take a core
 * from whoever is measured meanwhile.
 */
export class Peer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #said = '';

  private constructor(started: ChildProcessWithoutNullStreams, lines: Interface) {
    this.#process = started;
    this.#lines = lines[Symbol.asyncIterator]();
    started.stderr.on('data', (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk.toString()}`.slice(-toldAtMost);
    });
  }

  /** Starts a script of this folder in the peers' environment, with more variables than those that all have. */
  static async start(
    script: 'torch_peer.py' | 'keras_peer.py',
    more: Readonly<Record<string, string>> = {},
  ): Promise<Peer> {
    const { python, libraries } = await peerEnvironment();
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: libraries,
      OMP_NUM_THREADS: String(THREADS),
      // Their bars of progress would cost them time.
      TQDM_DISABLE: '1',
      TF_CPP_MIN_LOG_LEVEL: '3',
      PYTHONDONTWRITEBYTECODE: '1',
      ...more,
    };
    const started = spawn(python, [join(resolve('bench', 'peers', 'explain'), script)], { env });
    await once(started, 'spawn');
    process.once('exit', () => started.kill('SIGKILL'));
    return new Peer(started, createInterface({ input: started.stdout }));
  }

  /** Asks and waits. Throws with what the process said where it ended instead of answering. */
  async ask<Answer>(question: object, schema: z.ZodType<Answer>): Promise<Answer> {
    this.#process.kill('SIGCONT');
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const line = await this.#lines.next();
    this.#process.kill('SIGSTOP');
    if (line.done) throw new Error(`A peer ended: ${this.#said}`);
    return schema.parse(JSON.parse(line.value));
  }

  /** Lets the process end. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.kill('SIGCONT');
    this.#process.stdin.end();
    await once(this.#process, 'exit');
  }
}
