const firstInterval = 100;
const growth = 1.5;

/**
 * Calls back with the first find at once, so that it can be shown, then every now and then with ever longer waits:
 * whoever listens puts all that is known in order again.
 */
export class SnapshotPace {
  #interval = firstInterval;
  #last: number | null = null;

  /** @param now a clock in milliseconds */
  constructor(
    private readonly call: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** To be called after each step of the work. @param found whether there is anything to show yet */
  step(found: boolean): void {
    if (!found) return;
    const now = this.now();
    if (this.#last !== null && now - this.#last < this.#interval) return;
    this.call();
    if (this.#last !== null) this.#interval *= growth;
    this.#last = this.now();
  }
}
