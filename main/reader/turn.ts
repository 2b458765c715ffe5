/** A frame that takes longer than this is waited for by whoever wants to see it, not by the list of files too, ms. */
const longest = 250;

/**
 * Lets work in the background wait while somebody waits for something to look at. After each wait the work goes on for
 * as long as it waited: who scrolls all the time still gets the whole list, in twice the time at most.
 */
export class Turn {
  readonly #wanted = new Set<Promise<unknown>>();
  #mayWaitFrom = 0;

  /** Work that somebody waits for. */
  first<Result>(work: Promise<Result>): Promise<Result> {
    this.#wanted.add(work);
    const end = (): void => void this.#wanted.delete(work);
    work.then(end, end);
    return work;
  }

  /** Resolves when nobody waits for anything that was wanted before this was asked, or after a while. */
  async after(): Promise<void> {
    const began = performance.now();
    if (this.#wanted.size === 0 || began < this.#mayWaitFrom) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => (timer = setTimeout(resolve, longest)));
    await Promise.race([Promise.allSettled(this.#wanted), enough]);
    clearTimeout(timer);
    const now = performance.now();
    this.#mayWaitFrom = now + (now - began);
  }
}
