/** A file whose bytes are at hand is read in less than a millisecond; a disk that must turn takes several. */
const atHand = 3;
/** Files that are read several at a time after one was slow, before the disk is tried again. */
const patience = 64;

/** Decides whether bytes are at hand, and files are read one by one in one go, or must be waited for. */
export class DiskPace {
  #waiting = 0;

  /** Whether the next file is to be read in one go. */
  isAtHand(): boolean {
    return this.#waiting === 0;
  }

  /** @param milliseconds that the thread waited for one file */
  took(milliseconds: number): void {
    if (milliseconds > atHand) this.#waiting = patience;
  }

  /** A file was read the patient way. */
  skipped(): void {
    this.#waiting = Math.max(0, this.#waiting - 1);
  }
}
