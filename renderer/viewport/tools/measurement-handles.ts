import type { Measurement, Slice } from '../../../preload/vocabulary';
import { type Axes, moveAxisEnd } from '../../measure/bidirectional';
import type { Scale } from '../../measure/scale';
import { shapeOf } from '../../measure/wording';
import type { Point } from '../affine';
import { handlesOf } from './handles';

/**
 * The points by which a measurement is taken: the corners of a box, else its own points; none of a freehand shape, and
 * none of a probe, whose pixel a handle would hide: these are moved as a whole.
 */
export function measurementHandles(measurement: Measurement): Point[] {
  if (measurement.kind === 'freehand' || measurement.kind === 'probe') return [];
  return handlesOf(shapeOf(measurement) ?? { shape: 'polygon', points: measurement.points });
}

/** The measurement with one handle moved: of a box the opposite corner stays, of two axes their right angle. */
export function moveMeasurementHandle(
  measurement: Measurement,
  handle: number,
  to: Point,
  scale: Scale,
): Measurement {
  const { kind, points } = measurement;
  if (kind === 'rectangle' || kind === 'ellipse')
    return { ...measurement, points: [measurementHandles(measurement)[(handle + 2) % 4]!, to] };
  if (kind === 'bidirectional')
    return { ...measurement, points: moveAxisEnd(points as unknown as Axes, handle, to, scale) };
  return { ...measurement, points: points.map((point, index) => (index === handle ? to : point)) };
}

/** The centre of the pixel that a point lies in; of the nearest pixel where it lies on the far edges of the image. */
export function pixelCentre([column, row]: Point, { columns, rows }: Slice): Point {
  const centre = (value: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor(value))) + 0.5;
  return [centre(column, columns), centre(row, rows)];
}
