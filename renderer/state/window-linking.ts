import type { Series, Slice, Window } from '../../preload/vocabulary';

/** A slice with the series it belongs to. */
export interface Windowed {
  readonly series: Series;
  readonly slice: Slice;
}

/**
 * How the window of one slice carries over to another: 'same' where its numbers mean the same; 'relative' where a
 * modality's numbers have no unit, as those of MR, so that each changes its own window in proportion; else why not.
 */
export type WindowStep = 'same' | 'relative' | { readonly why: string };

export function windowStep(leader: Windowed, other: Windowed): WindowStep {
  if (leader.series.seriesInstanceUid === other.series.seriesInstanceUid) return 'same';
  if (leader.slice.samples === 3 || other.slice.samples === 3) return { why: 'colour has no window' };
  if (leader.series.modality !== other.series.modality) return { why: 'its modality is another' };
  if (leader.slice.unit !== other.slice.unit) return { why: 'its values have another unit' };
  return leader.slice.unit === '' ? 'relative' : 'same';
}

/**
 * The window chosen for the leader as the other is to show it; null stands for each slice's own. Undefined where it does
 * not carry over.
 */
export function windowInStep(
  chosen: Window | null,
  leader: Windowed,
  other: Windowed,
): Window | null | undefined {
  const step = windowStep(leader, other);
  if (typeof step === 'object') return undefined;
  if (step === 'same' || chosen === null) return chosen;
  const [from, to] = [leader.slice.windows[0], other.slice.windows[0]];
  if (!from || !to || chosen.lut || from.lut || to.lut) return undefined;
  const ratio = to.width / from.width;
  const width = chosen.width * ratio;
  return {
    center: to.center + (chosen.center - from.center) * ratio,
    // Of LINEAR a width below 1 is none (PS3.3 C.11.2.1.2.1).
    width: to.voiLutFunction === 'LINEAR_EXACT' ? width : Math.max(1, width),
    explanation: chosen.explanation,
    voiLutFunction: to.voiLutFunction,
  };
}
