const firstInterval = 200;
const growth = 1.5;

/**
 * Calls back every now and then, with ever longer waits: a snapshot costs as much as all that was found, so
 * snapshots at a fixed pace would cost the square of it.
 */
export class SnapshotPace {
  #interval = firstInterval;
  #last: number;

  /** @param now a clock in milliseconds */
  constructor(
    private readonly call: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#last = now();
  }

  /** To be called after each step of the work. */
  step(): void {
    if (this.now() - this.#last < this.#interval) return;
    this.call();
    this.#last = this.now();
    this.#interval *= growth;
  }
}
