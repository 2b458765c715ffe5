import type { Slice, SliceReference } from '../../preload/vocabulary';
import type { ModelCard } from '../model/card';
import { type Placement, samePlacement } from '../prepare/placement';
import { prepareSlice } from '../prepare/prepare';

/** A model's input with what is known of where it came from. */
export interface Source extends SliceReference {
  readonly input: Float32Array;
  readonly placement: Placement;
  readonly warnings: readonly string[];
  /** Milliseconds that preparation took. */
  readonly prepare: number;
}

/** A slice as a source for a model. */
export function sourceOfSlice(card: ModelCard, slice: Slice): Source {
  const start = performance.now();
  const { input, placement, warnings } = prepareSlice(slice, card.input);
  const { sopInstanceUid, frame } = slice;
  return { input, placement, warnings, sopInstanceUid, frame, prepare: performance.now() - start };
}

/** A ready model input (rows × columns × channels) as a source; its map lies on the input's own pixels. */
export function sourceOfInput(card: ModelCard, input: Float32Array): Source {
  const placement = samePlacement(card.input);
  return { input, placement, warnings: [], sopInstanceUid: '', frame: 1, prepare: 0 };
}
