import { CancelledError } from '../../process/errors';

/** Whether somebody waits for it now, or may want it next. */
export type Urgency = 'now' | 'ahead';

/** One task, and those who wait for its result. */
export class Job<Task, Result> {
  readonly #wishes = new Set<Urgency[]>();
  readonly result: Promise<Result>;
  resolve!: (result: Result) => void;
  reject!: (why: unknown) => void;

  /** Told whenever somebody has come or left. */
  onWishes: () => void = () => undefined;

  constructor(readonly task: Task) {
    this.result = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
    // Where all have left, nobody hears how it ended.
    this.result.catch(() => undefined);
  }

  get isWanted(): boolean {
    return this.#wishes.size > 0;
  }

  get isUrgent(): boolean {
    return [...this.#wishes].some(([urgency]) => urgency === 'now');
  }

  /** Waits for the result with the others; rejects with CancelledError when the signal says so. */
  join(urgency: Urgency, signal: AbortSignal): Promise<Result> {
    const wish = [urgency];
    this.#wishes.add(wish);
    this.onWishes();
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#wishes.delete(wish);
        this.onWishes();
        reject(new CancelledError());
      };
      signal.addEventListener('abort', leave, { once: true });
      void this.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }
}
