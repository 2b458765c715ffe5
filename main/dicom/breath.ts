import { setImmediate } from 'node:timers/promises';

/** A thread that works in one go answers nobody; after this many ms others get their turn. */
const longest = 5;

/** Lets others have their turn every few milliseconds of long work that never waits by itself. */
export class Breath {
  #last = performance.now();

  /** To be awaited between steps of the work; true where others had their turn. */
  async step(): Promise<boolean> {
    if (performance.now() - this.#last < longest) return false;
    await setImmediate();
    this.#last = performance.now();
    return true;
  }
}
