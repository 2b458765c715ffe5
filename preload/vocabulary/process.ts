export type ProcessState = 'starting' | 'ready' | 'busy' | 'restarted' | 'failed';

export interface Progress {
  readonly done: number;
  /** 0 where the total is not known yet. */
  readonly total: number;
  readonly note: string;
}

/** What a person reads when something went wrong: one sentence of what, where, and what to do. */
export interface Problem {
  readonly message: string;
  /** 'cancelled' is not an error; 'process' means that the other process died. */
  readonly kind: 'person' | 'cancelled' | 'timeout' | 'process' | 'internal';
}
