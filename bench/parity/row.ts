import type { Agreement } from './agreement';

/** One method of one network beside one peer. */
export interface Row extends Agreement {
  readonly network: string;
  readonly method: string;
  /** The peer and its name for the method. */
  readonly peer: string;
  readonly verdict: 'agrees' | 'disagrees' | 'other definition';
  /** What was made the same on both sides, or in what the peer's definition is another; '' for nothing. */
  readonly note: string;
}
