import type { Slice } from '../../preload/vocabulary';
import { neighbours, type Place, placeKey } from './frames';
import type { Problems } from './problems.svelte';

const reach = 8;

/** Where slices come from: files, or what is computed from them. */
export interface SliceSource {
  /** True where reading takes no time worth telling. */
  isAtHand(place: Place): boolean;
  /** Rejects with AskError where the slice cannot be read. */
  read(place: Place): Promise<Slice>;
}

/** A slice together with the place it belongs to, so that labels and pixels never part. */
export interface Shown {
  readonly place: Place;
  readonly slice: Slice;
}

/** The slice that a pane shows; its neighbours are read ahead. */
export class Slices {
  #wish = 0;
  shown = $state.raw<Shown | null>(null);
  loading = $state(false);
  /** Why the place that is asked for cannot be shown; '' when it can. */
  failure = $state('');

  constructor(
    private readonly problems: Problems,
    private readonly source: SliceSource,
  ) {}

  /** Shows a place; an earlier wish that answers late is ignored. */
  async show(place: Place | null, frames: readonly Place[], index: number): Promise<void> {
    const wish = ++this.#wish;
    this.failure = '';
    if (!place) {
      this.shown = null;
      return;
    }
    if (this.shown?.place.instance.sopInstanceUid !== place.instance.sopInstanceUid) this.#leave(frames);
    this.loading = !this.source.isAtHand(place);
    try {
      const slice = await this.source.read(place);
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
      await this.source.read(frames[neighbour]!).catch(() => undefined);
    }
  }
}
