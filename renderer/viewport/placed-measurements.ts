import type { Measurement } from '../../preload/vocabulary';
import { type Ground, wordingOf } from '../measure/wording';
import { type Affine, toCanvas } from './affine';
import { type Size, type TextBox, textPlace } from './text-place';

/** A measurement with what it says and where that stands on the canvas. */
export interface Placed {
  readonly measurement: Measurement;
  readonly lines: readonly string[];
  readonly place: TextBox;
}

/**
 * The measurements of a frame with their texts, placed one after the other so that none covers one before it.
 * @param sizeOf how much room lines take on the canvas
 */
export function placeTexts(
  measurements: readonly Measurement[],
  ground: Ground,
  view: Affine,
  room: Size,
  sizeOf: (lines: readonly string[], measurement: Measurement) => Size,
): Placed[] {
  const taken: TextBox[] = [];
  return measurements.map((measurement) => {
    const lines = wordingOf(measurement, ground);
    const points = measurement.points.map((point) => toCanvas(view, point));
    // What an arrow says stands at its tail, so that it never covers what the arrow points at.
    const beside = measurement.kind === 'arrow' ? points.slice(-1) : points;
    const place = textPlace(beside, sizeOf(lines, measurement), room, taken);
    if (lines.length > 0) taken.push(place);
    return { measurement, lines, place };
  });
}
