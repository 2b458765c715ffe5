import { CancelledError } from '../../process/errors';
import { type Hand, HandLost } from './hand';
import { Job, type Urgency } from './job';

export interface PoolOptions<Task, Result> {
  /** How many hands at most; each is made when it is first needed. */
  readonly size: number;
  readonly hire: () => Hand<Task, Result>;
  /** Milliseconds that a task may take; its hand is ended and replaced then. */
  readonly timeLimit: number;
  /** Milliseconds that a task may still take which nobody waits for any more. */
  readonly patience: number;
  /** Told of every result, also of those that nobody waits for any more. */
  readonly onResult?: (key: string, result: Result) => void;
}

/**
 * Does tasks on several hands at a time: what somebody waits for before what may be wanted next, each once however
 * many ask for it, and what nobody waits for any more not at all. A task that hangs or kills its hand fails alone.
 */
export class Pool<Task, Result> {
  readonly #jobs = new Map<string, Job<Task, Result>>();
  /** In the order of asking. */
  readonly #queued = new Map<string, Job<Task, Result>>();
  readonly #idle: Hand<Task, Result>[] = [];
  #hands = 0;

  constructor(private readonly options: PoolOptions<Task, Result>) {}

  /**
   * Has a task done.
   * @param key the same for the same task: who asks meanwhile shares its result
   * @throws HandLost where the task took too long or ended its hand; CancelledError; what the task throws
   */
  run(key: string, task: Task, urgency: Urgency, signal: AbortSignal): Promise<Result> {
    if (signal.aborted) return Promise.reject(new CancelledError());
    const result = (this.#jobs.get(key) ?? this.#add(key, task)).join(urgency, signal);
    this.#assign();
    return result;
  }

  /** Makes the first hand before it is needed: it takes its time to come up. */
  warm(): void {
    if (this.#hands === 0) this.#idle.push(this.#hire());
  }

  #add(key: string, task: Task): Job<Task, Result> {
    const job = new Job<Task, Result>(task);
    job.onWishes = () => {
      if (!job.isWanted && this.#queued.delete(key)) this.#jobs.delete(key);
    };
    this.#jobs.set(key, job);
    this.#queued.set(key, job);
    return job;
  }

  #assign(): void {
    while (this.#queued.size > 0 && (this.#idle.length > 0 || this.#hands < this.options.size)) {
      const [key, job] = this.#next();
      this.#queued.delete(key);
      void this.#do(key, job, this.#idle.pop() ?? this.#hire());
    }
  }

  #next(): [string, Job<Task, Result>] {
    const queued = [...this.#queued];
    return queued.find(([, job]) => job.isUrgent) ?? queued[0]!;
  }

  #hire(): Hand<Task, Result> {
    const hand = this.options.hire();
    this.#hands += 1;
    return hand;
  }

  /** Ends the hand of a task that takes too long; of one that nobody waits for any more, the sooner. */
  #arm(job: Job<Task, Result>, hand: Hand<Task, Result>): () => void {
    const { timeLimit, patience } = this.options;
    const deadline = performance.now() + timeLimit;
    let timer: NodeJS.Timeout | undefined;
    const giveUp = (): void => {
      job.reject(new HandLost('took too long'));
      hand.end();
    };
    const set = (): void => {
      clearTimeout(timer);
      const left = deadline - performance.now();
      timer = setTimeout(giveUp, job.isWanted ? left : Math.min(left, patience));
    };
    set();
    job.onWishes = set;
    return () => {
      job.onWishes = () => undefined;
      clearTimeout(timer);
    };
  }

  async #do(key: string, job: Job<Task, Result>, hand: Hand<Task, Result>): Promise<void> {
    const disarm = this.#arm(job, hand);
    let lost = false;
    try {
      const result = await hand.do(job.task);
      this.options.onResult?.(key, result);
      job.resolve(result);
    } catch (thrown) {
      lost = thrown instanceof HandLost;
      job.reject(thrown);
    }
    disarm();
    this.#jobs.delete(key);
    if (lost) this.#hands -= 1;
    else this.#idle.push(hand);
    this.#assign();
  }
}
