import type { Measurement, MeasurementKind, SliceReference } from '../../preload/vocabulary';

/** A measurement that did not exist before, on a frame; points in image pixels. */
export function newMeasurement(
  { sopInstanceUid, frame }: SliceReference,
  kind: MeasurementKind,
  points: Measurement['points'],
): Measurement {
  return { id: crypto.randomUUID(), sopInstanceUid, frame, kind, points, text: '' };
}
