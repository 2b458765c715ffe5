import type { Measurement, Region } from '../../../preload/vocabulary';
import { areaOf } from '../../measure/area';
import { scaleOf } from '../../measure/scale';
import { linesOf } from '../../measure/strokes';
import { shapeOf } from '../../measure/wording';
import { type Affine, type Point, toCanvas } from '../affine';
import { isInside } from './handles';
import type { Spot, ToolContext } from './tool';

/** A line is hit from this far, in canvas pixels. */
const hitWithin = 6;

/** Distance of a point from the stretch between two others; from the point where both are one. */
export function distanceFrom([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(px - ax - dx * part, py - ay - dy * part);
}

const isOnLine = (view: Affine, measurement: Measurement, canvas: Point): boolean =>
  linesOf(measurement).some(
    ([a, b]) => distanceFrom(canvas, toCanvas(view, a), toCanvas(view, b)) <= hitWithin,
  );

/**
 * The region or measurement under a spot: a measurement whose line is there, the last drawn first; else the smallest
 * shape around it; null where there is none.
 */
export function hitAt({ review, pane, view }: ToolContext, spot: Spot): Region | Measurement | null {
  if (!pane.slice) return null;
  const { regions } = review;
  const measurements = regions.measurementsOn(pane.slice);
  const onLine = measurements.findLast((measurement) => isOnLine(view, measurement, spot.canvas));
  if (onLine) return onLine;
  const around = [...regions.on(pane.slice), ...measurements].flatMap((mark) => {
    const shape = 'shape' in mark ? mark : shapeOf(mark);
    return shape && isInside(shape, spot.image) ? [{ mark, area: areaOf(shape, scaleOf(null)) }] : [];
  });
  return around.toSorted((a, b) => a.area - b.area)[0]?.mark ?? null;
}
