import { type Place, placeKey } from './frames';
import type { SliceSource } from './slice-source';

/** How far is read ahead: where the reader is going, where they came from, and to both sides of where they rest. */
const reach = { forward: 48, backward: 6, resting: 16 } as const;
/** A jump further than this is no travel. */
const longestStep = 8;

/** 1 or −1 where a step from one index to another is travel in that direction, else 0. */
export function directionOf(from: number, to: number): -1 | 0 | 1 {
  const step = to - from;
  return Math.abs(step) > longestStep ? 0 : (Math.sign(step) as -1 | 0 | 1);
}

/** What to read ahead of a place, first things first: indices of 0..count-1 without the place itself. */
export function readingOrder(index: number, count: number, direction: -1 | 0 | 1): number[] {
  const steps = (length: number, sign: number): number[] =>
    Array.from({ length }, (_, step) => index + sign * (step + 1));
  const order =
    direction === 0
      ? steps(reach.resting, 1).flatMap((next, i) => [next, index - i - 1])
      : [...steps(reach.forward, direction), ...steps(reach.backward, -direction)];
  return order.filter((each) => each >= 0 && each < count);
}

/** Reads the slices ahead of a place, a few at a time; what has come to lie elsewhere is given up. */
export class ReadAhead {
  readonly #reading = new Map<string, AbortController>();
  #wanted: readonly Place[] = [];
  #last = 0;
  #direction: -1 | 0 | 1 = 0;

  constructor(
    private readonly source: SliceSource,
    private readonly atATime: number,
  ) {}

  /** Another place is looked at; a place that is looked at again keeps the direction of travel. */
  goTo(frames: readonly Place[], index: number): void {
    if (index !== this.#last) this.#direction = directionOf(this.#last, index);
    this.#last = index;
    this.#wanted = readingOrder(index, frames.length, this.#direction).map((each) => frames[each]!);
    this.#giveUp(frames[index]);
    this.#fill();
  }

  /** Nothing is looked at any more. */
  stop(): void {
    this.#wanted = [];
    this.#direction = 0;
    this.#giveUp(undefined);
  }

  #giveUp(looked: Place | undefined): void {
    const kept = new Set([...this.#wanted, ...(looked ? [looked] : [])].map(placeKey));
    for (const [key, controller] of this.#reading) if (!kept.has(key)) controller.abort();
  }

  #fill(): void {
    for (const place of this.#wanted) {
      if (this.#reading.size >= this.atATime) return;
      if (!this.#reading.has(placeKey(place)) && !this.source.isAtHand(place)) void this.#read(place);
    }
  }

  async #read(place: Place): Promise<void> {
    const key = placeKey(place);
    const controller = new AbortController();
    this.#reading.set(key, controller);
    // A slice that cannot be read is told when it is looked at, not before.
    const read = await this.source.read(place, { ahead: true, signal: controller.signal }).catch(() => null);
    this.#reading.delete(key);
    if (!read && !controller.signal.aborted) this.#wanted = this.#wanted.filter((each) => each !== place);
    this.#fill();
  }
}
