import type { EventName, Events } from '../../preload/contract';
import type { ProcessState } from '../../preload/vocabulary';

type StateEvent = 'engine' | 'reader';
type Send = <Name extends EventName>(name: Name, event: Events[Name]) => void;

/** Sends events to the window, and knows the last state of each process for a window that comes up later. */
export class Announcer {
  readonly #states = new Map<StateEvent, { state: ProcessState; message: string }>();

  constructor(private readonly send: Send) {}

  readonly announce: Send = (name, event) => this.send(name, event);

  /** What a process host reports its state to. */
  readonly stateOf =
    (name: StateEvent) =>
    (state: ProcessState, message: string): void => {
      this.#states.set(name, { state, message });
      this.send(name, { state, message });
    };

  readonly announceStates = (): void => {
    for (const [name, state] of this.#states) this.send(name, state);
  };
}
