import type { Problem, ProcessState } from '../../preload/vocabulary';
import { problemOf } from '../ask';

/** A line of the problem bar. */
export interface Notice {
  readonly id: number;
  readonly tone: 'problem' | 'calm';
  readonly message: string;
}

/** What went wrong and has not been dismissed, and how the two processes are. */
export class Problems {
  #next = 1;
  notices = $state.raw<readonly Notice[]>([]);
  engine = $state<ProcessState>('starting');
  reader = $state<ProcessState>('starting');

  /** Tells a thrown thing to the person; what was cancelled is no problem. */
  report(thrown: unknown): Problem {
    const problem = problemOf(thrown);
    if (problem.kind !== 'cancelled') this.#add('problem', problem.message);
    return problem;
  }

  /** A calm sentence. */
  tell(message: string): void {
    this.#add('calm', message);
  }

  dismiss(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  /** A process changed its state; a restart is told once, a failure as a problem. */
  processState(name: 'engine' | 'reader', state: ProcessState, message: string): void {
    this[name] = state;
    if (state === 'restarted') this.#add('calm', message || `The ${name} was started again.`);
    if (state === 'failed') this.#add('problem', message || `The ${name} could not be started.`);
  }

  #add(tone: Notice['tone'], message: string): void {
    const others = this.notices.filter((notice) => notice.message !== message);
    this.notices = [...others, { id: this.#next++, tone, message }].slice(-4);
  }
}
