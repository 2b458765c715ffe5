import type { HeatMap, Instance } from '../../preload/vocabulary';
import { geometryOfFrame } from '../../renderer/picture/frame-geometry';
import { pixelToPatient, planeOf } from '../../renderer/picture/plane';

/** Where a map is highest. */
export interface PeakPlace {
  /** Of the pixel, from 0. */
  readonly column: number;
  readonly row: number;
  /** The pixel's centre in the patient, mm (PS3.3 C.7.6.2.1.1); null where the file does not say. */
  readonly patient: readonly [number, number, number] | null;
}

/** The place of a map's peak on a frame (from 1) of an image, of several the first; null where it shows no evidence. */
export function peakPlace(
  { values, columns, peak }: HeatMap,
  instance: Instance,
  frame: number,
): PeakPlace | null {
  if (!(peak > 0)) return null;
  const at = values.indexOf(peak);
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const { spacing } = instance;
  const geometry = geometryOfFrame(instance, frame);
  const plane = geometry && spacing && spacing.kind !== 'aspect' ? planeOf(geometry, spacing) : null;
  return { column, row, patient: plane && pixelToPatient(plane, [column + 0.5, row + 0.5]) };
}
