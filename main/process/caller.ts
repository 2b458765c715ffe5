import type { Problem, Progress } from '../../preload/vocabulary';
import { CancelledError } from './errors';
import type { FromProcess, ToProcess } from './protocol';

/** What a caller may set for one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** After this many ms the process counts as hung and is killed; none means no limit. */
  readonly timeLimit?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly onPart?: (part: unknown) => void;
}

/** A call failed; what a person is told is in problem. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

const cancelled: Problem = { kind: 'cancelled', message: new CancelledError().message };

interface Pending {
  readonly options: CallOptions;
  resolve(answer: unknown): void;
  reject(error: CallFailed): void;
  settle(): void;
}

/** Matches answers to calls by request id; knows nothing of how messages travel. */
export class Caller {
  #next = 1;
  readonly #pending = new Map<number, Pending>();

  constructor(
    private readonly send: (message: ToProcess) => void,
    private readonly onHang: (name: string) => void,
  ) {}

  /** How many calls are waiting for an answer. */
  get waiting(): number {
    return this.#pending.size;
  }

  /**
   * Sends a call; rejects with CallFailed on a problem, on cancel, on the time limit, and when the process dies.
   * A cancel rejects at once; the call still counts as waiting, and under its time limit, until the process is done.
   */
  call(name: string, argument: unknown, options: CallOptions = {}): Promise<unknown> {
    if (options.signal?.aborted) return Promise.reject(new CallFailed(cancelled));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.send({ type: 'call', id, name, argument });
      const settle = this.#arm(id, name, options, reject);
      this.#pending.set(id, { options, resolve, reject, settle });
    });
  }

  /** Takes one message of the process. */
  receive(message: FromProcess): void {
    if (message.type === 'ready') return;
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.type === 'progress' || message.type === 'part') return hear(pending.options, message);
    this.#forget(message.id);
    if (message.type === 'answer') pending.resolve(message.answer);
    else pending.reject(new CallFailed(message.problem));
  }

  /** Fails everything that waits: the process is gone. */
  failAll(problem: Problem): void {
    for (const [id, pending] of [...this.#pending]) {
      this.#forget(id);
      pending.reject(new CallFailed(problem));
    }
  }

  #arm(
    id: number,
    name: string,
    { signal, timeLimit }: CallOptions,
    reject: (error: CallFailed) => void,
  ): () => void {
    const cancel = (): void => {
      this.send({ type: 'cancel', id });
      reject(new CallFailed(cancelled));
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const timer = timeLimit === undefined ? undefined : setTimeout(() => this.onHang(name), timeLimit);
    return () => {
      signal?.removeEventListener('abort', cancel);
      clearTimeout(timer);
    };
  }

  #forget(id: number): void {
    this.#pending.get(id)?.settle();
    this.#pending.delete(id);
  }
}

/** Passes news of a call on, unless whoever asked has cancelled it. */
function hear(options: CallOptions, message: Extract<FromProcess, { type: 'progress' | 'part' }>): void {
  if (options.signal?.aborted) return;
  if (message.type === 'progress') options.onProgress?.(message.progress);
  else options.onPart?.(message.part);
}
