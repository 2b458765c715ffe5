/** What the process that reads mutations is asked: mutations `from` to `to` of a file, each by its own seed. */
export interface Order {
  readonly original: string;
  /** Where each mutation is written before it is read. */
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** What it says of each: how it ended, and what it cost. */
export interface Outcome {
  readonly seed: number;
  /** Frames, regions and maps that were read. */
  readonly read: number;
  readonly refused: readonly string[];
  /** What was thrown that is no sentence for a person; '' where nothing was. */
  readonly fault: string;
  /** Milliseconds of processor time. */
  readonly milliseconds: number;
  /** The most memory that the process has held until now, bytes. */
  readonly peakBytes: number;
}
