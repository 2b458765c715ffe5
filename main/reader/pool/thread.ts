import { Worker } from 'node:worker_threads';
import type { Problem } from '../../../preload/vocabulary';
import { CancelledError, messageOf, PersonError } from '../../process/errors';
import { type Hand, HandLost } from './hand';

/** What a thread answers to each task. */
export type ThreadAnswer<Result> = { ok: true; result: Result } | { ok: false; problem: Problem };

/** A hand that is a thread of this process, running a file that answers each message with a ThreadAnswer. */
export class Thread<Task, Result> implements Hand<Task, Result> {
  readonly #worker: Worker;
  #answer: ((answer: ThreadAnswer<Result>) => void) | null = null;
  #lost: ((why: HandLost) => void) | null = null;
  #gone: HandLost | null = null;

  /** @param heapLimit MB, pixels not counted; a thread that wants more ends alone, not the process */
  constructor(file: string, heapLimit = 1024) {
    this.#worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: heapLimit } });
    this.#worker.on('message', (answer: ThreadAnswer<Result>) => this.#answer?.(answer));
    this.#worker.on('error', (error) => this.#end(messageOf(error)));
    this.#worker.on('exit', () => this.#end('ended unexpectedly'));
  }

  do(task: Task): Promise<Result> {
    if (this.#gone) return Promise.reject(this.#gone);
    return new Promise((resolve, reject) => {
      this.#lost = reject;
      this.#answer = (answer) => (answer.ok ? resolve(answer.result) : reject(revived(answer.problem)));
      this.#worker.postMessage(task);
    });
  }

  end(): void {
    void this.#worker.terminate();
    this.#end('was ended');
  }

  #end(why: string): void {
    this.#gone ??= new HandLost(why);
    this.#lost?.(this.#gone);
  }
}

/** An error that crossed from a thread is of the same kind again. */
function revived({ kind, message }: Problem): Error {
  if (kind === 'cancelled') return new CancelledError();
  return kind === 'person' ? new PersonError(message) : new Error(message);
}
