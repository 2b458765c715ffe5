import type { Slice } from '../../preload/vocabulary';
import type { Place } from './frames';

/** How a slice is read. */
export interface ReadOptions {
  /** Nobody looks at it yet: it may wait for what somebody looks at. */
  readonly ahead?: boolean;
  /** Aborted when it is not wanted any more; the reading then rejects. */
  readonly signal?: AbortSignal;
}

/** Where slices come from: files, or what is computed from them. */
export interface SliceSource {
  /** True where reading takes no time worth telling. */
  isAtHand(place: Place): boolean;
  /** Rejects with AskError where the slice cannot be read. */
  read(place: Place, options?: ReadOptions): Promise<Slice>;
}
