import type { Slice } from '../../preload/vocabulary';
import { neighbours, type Place, placeKey } from './frames';
import type { Problems } from './problems.svelte';
import { SliceReader } from './slice-reader';

const reach = 8;

/** A slice together with the place it belongs to, so that labels and pixels never part. */
export interface Shown {
  readonly place: Place;
  readonly slice: Slice;
}

/** The slice on screen; its neighbours are read ahead. */
export class Slices {
  readonly #reader = new SliceReader();
  #wish = 0;
  shown = $state.raw<Shown | null>(null);
  loading = $state(false);
  /** Why the place that is asked for cannot be shown; '' when it can. */
  failure = $state('');

  constructor(private readonly problems: Problems) {}

  /** The slice of a place, for those who show it elsewhere. */
  read(place: Place): Promise<Slice> {
    return this.#reader.read(place);
  }

  /** Shows a place; an earlier wish that answers late is ignored. */
  async show(place: Place | null, frames: readonly Place[], index: number): Promise<void> {
    const wish = ++this.#wish;
    this.failure = '';
    if (!place) {
      this.shown = null;
      return;
    }
    if (this.shown?.place.instance.sopInstanceUid !== place.instance.sopInstanceUid) this.#leave(frames);
    this.loading = !this.#reader.isAtHand(place);
    try {
      const slice = await this.read(place);
      if (wish !== this.#wish) return;
      this.shown = { place, slice };
      void this.#readAhead(wish, frames, index);
    } catch (thrown) {
      if (wish === this.#wish) this.#fail(thrown);
    } finally {
      if (wish === this.#wish) this.loading = false;
    }
  }

  #fail(thrown: unknown): void {
    this.shown = null;
    this.failure = this.problems.report(thrown).message;
  }

  /** A slice of another series is not left standing while the next is read. */
  #leave(frames: readonly Place[]): void {
    const key = this.shown && placeKey(this.shown.place);
    if (key && !frames.some((place) => placeKey(place) === key)) this.shown = null;
  }

  async #readAhead(wish: number, frames: readonly Place[], index: number): Promise<void> {
    for (const neighbour of neighbours(index, frames.length, reach)) {
      if (wish !== this.#wish) return;
      // A neighbour that cannot be read is told when it is asked for, not before.
      await this.read(frames[neighbour]!).catch(() => undefined);
    }
  }
}
