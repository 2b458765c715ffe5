import type { Slice } from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import { type Place, placeKey, sliceBytes } from './frames';
import { ByteCache } from './slice-cache';

const budget = 384 * 1024 * 1024;

/** Reads slices and keeps them within a budget; two who want the same slice at a time share one reading. */
export class SliceReader {
  readonly #cache = new ByteCache<Slice>(budget);
  readonly #asked = new Map<string, Promise<Slice>>();

  isAtHand(place: Place): boolean {
    return this.#cache.has(placeKey(place));
  }

  /** The slice of a place, read where it is not at hand; rejects with AskError where it cannot be read. */
  read(place: Place): Promise<Slice> {
    const key = placeKey(place);
    const kept = this.#cache.get(key);
    if (kept) return Promise.resolve(kept);
    const asked = this.#asked.get(key) ?? this.#ask(key, place);
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(key: string, { instance, frame }: Place): Promise<Slice> {
    try {
      const slice = await ask('readSlice', { path: instance.path, frame, requestId: newRequestId() });
      this.#cache.set(key, slice, sliceBytes(slice));
      return slice;
    } finally {
      this.#asked.delete(key);
    }
  }
}
