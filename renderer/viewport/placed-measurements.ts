import type { Measurement } from '../../preload/vocabulary';
import { type Ground, wordingOf } from '../measure/wording';
import { type Affine, type Point, toCanvas } from './affine';
import { type Size, type TextBox, textPlace } from './text-place';

/** A measurement with what it says and where that stands on the canvas. */
export interface Placed {
  readonly measurement: Measurement;
  readonly lines: readonly string[];
  readonly place: TextBox;
}

/**
 * The measurements of a frame with their texts, placed one after the other so that none covers one before it, nor, as
 * far as there is room, stands on what that one measures and seems to speak of it.
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
  const figures: TextBox[] = [];
  return measurements.map((measurement) => {
    const lines = wordingOf(measurement, ground);
    const points = measurement.points.map((point) => toCanvas(view, point));
    // What an arrow says stands at its tail, so that it never covers what the arrow points at.
    const beside = measurement.kind === 'arrow' ? points.slice(-1) : points;
    const place = textPlace(beside, sizeOf(lines, measurement), room, taken, figures);
    if (lines.length > 0) taken.push(place);
    figures.push(roomOf(points));
    return { measurement, lines, place };
  });
}

/** The room that points take on the canvas. */
export function roomOf(points: readonly Point[]): TextBox {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
