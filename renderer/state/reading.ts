import type { Slice } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import type { Place } from './frames';

/** One slice on its way from the reader, for all who want it. */
export class Reading {
  readonly slice: Promise<Slice>;
  #resolve!: (slice: Slice) => void;
  #reject!: (why: unknown) => void;
  #requestId = '';
  #wishes = 0;

  constructor(
    private readonly place: Place,
    private ahead: boolean,
  ) {
    this.slice = new Promise((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
    });
    // Where nobody waits any more, nobody hears why it failed.
    this.slice.catch(() => undefined);
    void this.#send();
  }

  /** Somebody looks at it now: it is asked for anew, and what waits in the reader moves up. */
  hurry(): void {
    if (!this.ahead) return;
    this.ahead = false;
    const before = this.#requestId;
    void this.#send();
    void ask('cancel', { requestId: before });
  }

  /** Waits with the others. `onAlone` is told when the last of them has gone before the end. */
  join(signal: AbortSignal | undefined, onAlone: () => void): Promise<Slice> {
    this.#wishes += 1;
    if (!signal) return this.slice;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#wishes -= 1;
        reject(signal.reason as Error);
        if (this.#wishes > 0) return;
        void ask('cancel', { requestId: this.#requestId });
        onAlone();
      };
      signal.addEventListener('abort', leave, { once: true });
      const end = (): void => signal.removeEventListener('abort', leave);
      void this.slice.then(resolve, reject).finally(end);
    });
  }

  async #send(): Promise<void> {
    const requestId = newRequestId();
    this.#requestId = requestId;
    const { instance, frame } = this.place;
    try {
      this.#resolve(await ask('readSlice', { path: instance.path, frame, ahead: this.ahead, requestId }));
    } catch (thrown) {
      // One that was asked for anew was cancelled, which is no answer.
      if (this.#requestId === requestId) this.#reject(thrown);
    }
  }
}
