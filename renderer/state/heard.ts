/** Counts what was heard, for who must have heard all of it before going on. */
export class Heard {
  #count = 0;
  #wanted = Infinity;
  #enough: () => void = () => undefined;

  one(): void {
    this.#count++;
    if (this.#count >= this.#wanted) this.#enough();
  }

  /** Waits until so many were heard. */
  until(count: number): Promise<void> {
    this.#wanted = count;
    if (this.#count >= count) return Promise.resolve();
    return new Promise((resolve) => (this.#enough = resolve));
  }
}
