/** Lets a few work at a time; of those who wait for their turn only the last gets it. */
export class Turns {
  #working = 0;
  #waiting: ((turn: boolean) => void) | null = null;

  constructor(private readonly atATime: number) {}

  /** Does work when it is its turn; null where another came meanwhile. */
  take<Result>(work: () => Promise<Result>): Promise<Result | null> {
    const turn = this.#turn();
    // Work whose turn it is begins at once, before whatever its caller does next.
    return turn === true ? this.#do(work) : turn.then((mine) => (mine ? this.#do(work) : null));
  }

  async #do<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } finally {
      this.#end();
    }
  }

  #turn(): true | Promise<boolean> {
    this.#waiting?.(false);
    this.#waiting = null;
    if (this.#working < this.atATime) {
      this.#working += 1;
      return true;
    }
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  /** The turn goes to who waits. */
  #end(): void {
    if (this.#waiting) this.#waiting(true);
    else this.#working -= 1;
    this.#waiting = null;
  }
}
