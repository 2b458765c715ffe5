import type { Problem, Progress } from '../../preload/vocabulary';

/** A room's calls: name → [argument, answer, streamed part]. Every process declares one such table. */
export type CallTable = Record<string, { argument: unknown; answer: unknown; part: unknown }>;

/** What a handler gets besides its argument. */
export interface CallContext<Part> {
  /** Aborted when the caller cancels or the time limit ends; handlers check it between steps. */
  readonly signal: AbortSignal;
  /** Reports how far the work is. */
  progress(progress: Progress): void;
  /** Streams a partial result. */
  part(part: Part): void;
}

/** The handlers that a process serves. */
export type Handlers<Table extends CallTable> = {
  [Name in keyof Table]: (
    argument: Table[Name]['argument'],
    context: CallContext<Table[Name]['part']>,
  ) => Promise<Table[Name]['answer']> | Table[Name]['answer'];
};

export type ToProcess =
  { type: 'call'; id: number; name: string; argument: unknown } | { type: 'cancel'; id: number };

export type FromProcess =
  | { type: 'ready' }
  | { type: 'answer'; id: number; answer: unknown }
  | { type: 'problem'; id: number; problem: Problem }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'part'; id: number; part: unknown };

/** The two ends of a message channel, as Electron's parentPort and Node's process.send both can be seen. */
export interface Port {
  send(message: FromProcess): void;
  listen(listener: (message: ToProcess) => void): void;
}
