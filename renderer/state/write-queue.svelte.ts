import type { Problems } from './problems.svelte';

/** Writes one after the other, so that the last state is the one that stays. */
export class WriteQueue {
  /** False while something is still to be written, or could not be. */
  saved = $state(true);
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly problems: Problems) {}

  /** Writes after what is under way; what fails is told to the person. */
  write(write: () => Promise<unknown>): void {
    this.saved = false;
    const mine = this.#last.then(write).then(
      () => {
        if (this.#last === mine) this.saved = true;
      },
      (thrown: unknown) => void this.problems.report(thrown),
    );
    this.#last = mine;
  }
}
