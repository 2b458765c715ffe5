import type { Slice } from '../../preload/vocabulary';
import { type Place, sliceBytes } from './frames';
import { Reading } from './reading';
import { ByteCache } from './slice-cache';
import type { ReadOptions, SliceSource } from './slice-source';

/** Of all memory, the largest part that the window keeps for itself: 640 CT slices of 512 × 512. */
const budget = 320 * 1024 * 1024;

/** Two files may hold different images under one UID: each is what its path leads to. */
const keyOf = ({ instance, frame }: Place): string => `${frame} ${instance.path}`;

/** Reads slices from files and keeps them within a budget; who want the same slice at a time share one reading. */
export class SliceReader implements SliceSource {
  readonly #cache = new ByteCache<Slice>(budget);
  readonly #readings = new Map<string, Reading>();

  isAtHand(place: Place): boolean {
    return this.#cache.has(keyOf(place));
  }

  /** The slice of a place, read where it is not at hand; rejects with AskError where it cannot be read. */
  read(place: Place, { ahead = false, signal }: ReadOptions = {}): Promise<Slice> {
    const key = keyOf(place);
    const kept = this.#cache.get(key);
    if (kept) return Promise.resolve(kept);
    const reading = this.#readings.get(key) ?? this.#begin(key, place, ahead);
    if (!ahead) reading.hurry();
    return reading.join(signal, () => this.#end(key, reading));
  }

  /** Files may have been written anew: whatever is wanted from now on is read again. */
  forget(): void {
    this.#cache.clear();
    this.#readings.clear();
  }

  #begin(key: string, place: Place, ahead: boolean): Reading {
    const reading = new Reading(place, ahead);
    this.#readings.set(key, reading);
    const keep = (slice: Slice): void => {
      // One that was begun before everything was forgotten is not kept.
      if (this.#readings.get(key) === reading) this.#cache.set(key, slice, sliceBytes(slice));
    };
    const end = (): void => this.#end(key, reading);
    reading.slice.then(keep, () => undefined).finally(end);
    return reading;
  }

  #end(key: string, reading: Reading): void {
    if (this.#readings.get(key) === reading) this.#readings.delete(key);
  }
}
