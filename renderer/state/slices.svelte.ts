import type { Slice } from '../../preload/vocabulary';
import { problemOf } from '../ask';
import { type Place, placeKey } from './frames';
import { ReadAhead } from './read-ahead';
import type { SliceSource } from './slice-source';
import { Turns } from './turns';

export type { SliceSource } from './slice-source';

/** More would only decode what is scrolled past; one alone would let the reader's other threads rest. */
const readAtATime = 2;
const aheadAtATime = 6;

/** A slice together with the place it belongs to, so that labels and pixels never part. */
export interface Shown {
  readonly place: Place;
  readonly slice: Slice;
}

/** The slice that a pane shows; its neighbours are read ahead. */
export class Slices {
  readonly #turns = new Turns(readAtATime);
  readonly #ahead: ReadAhead;
  #wish = 0;
  /** The wish whose slice is on screen: what was wished before it comes too late. */
  #shownWish = 0;
  #frames: readonly Place[] = [];
  shown = $state.raw<Shown | null>(null);
  loading = $state(false);
  /** Why the place that is asked for cannot be shown; '' when it can. */
  failure = $state('');

  constructor(private readonly source: SliceSource) {
    this.#ahead = new ReadAhead(source, aheadAtATime);
  }

  /**
   * Shows a place. Where slices are asked for faster than they can be read, those between are left out, and each that
   * comes is shown on the way to the last.
   */
  async show(place: Place | null, frames: readonly Place[], index: number): Promise<void> {
    const wish = ++this.#wish;
    this.failure = '';
    this.#frames = frames;
    if (!place) {
      this.shown = null;
      this.#ahead.stop();
      return;
    }
    if (this.shown && !this.#isOf(this.shown.place)) this.shown = null;
    this.loading = !this.source.isAtHand(place);
    const read = (): Promise<void> => this.#read(wish, place);
    const reading = this.loading ? this.#turns.take(read) : read();
    this.#ahead.goTo(frames, index);
    await reading;
  }

  /**
   * The slice of a place that is asked for, waited for while it is still being read; null where it cannot be read, which
   * the pane itself tells.
   */
  async arrived(place: Place): Promise<Shown | null> {
    const { shown } = this;
    if (shown && placeKey(shown.place) === placeKey(place)) return shown;
    return this.source.read(place).then(
      (slice) => ({ place, slice }),
      () => null,
    );
  }

  async #read(wish: number, place: Place): Promise<void> {
    try {
      const slice = await this.source.read(place);
      if (wish < this.#shownWish || !this.#isOf(place)) return;
      this.#shownWish = wish;
      this.shown = { place, slice };
    } catch (thrown) {
      if (wish === this.#wish) this.#fail(wish, thrown);
    } finally {
      if (wish === this.#wish) this.loading = false;
    }
  }

  #fail(wish: number, thrown: unknown): void {
    this.#shownWish = wish;
    this.shown = null;
    this.failure = problemOf(thrown).message;
  }

  /** Whether a place is one of those that are looked at: a slice of another series is not left standing. */
  #isOf(place: Place): boolean {
    if (this.#frames.includes(place)) return true;
    const key = placeKey(place);
    return this.#frames.some((each) => placeKey(each) === key);
  }
}
