/** One who does tasks, one at a time, and may die of one. */
export interface Hand<Task, Result> {
  /** Rejects with HandLost where it dies of the task, else with what the task throws. */
  do(task: Task): Promise<Result>;
  /** Ends it at once, whatever it does. */
  end(): void;
}

/** A hand is no more; its message says how it ended. */
export class HandLost extends Error {
  override readonly name = 'HandLost';
}
