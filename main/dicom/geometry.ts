import type { DataSet } from 'dicom-parser';
import type { Geometry, Instance } from '../../preload/vocabulary';
import { groupOf } from './functional-groups';
import type { Tag } from './tags';
import { tags } from './tags';
import { codes, numbers } from './values';

type Spacing = NonNullable<Instance['spacing']>;

/** Position and orientation of a frame (PS3.3 C.7.6.2.1.1), or null where they are absent or not usable. */
export function geometryOf(dataSet: DataSet, frame: number): Geometry | null {
  const position = numbers(groupOf(dataSet, frame, tags.PlanePositionSequence), tags.ImagePositionPatient);
  const orientation = numbers(
    groupOf(dataSet, frame, tags.PlaneOrientationSequence),
    tags.ImageOrientationPatient,
  );
  if (position.length !== 3 || orientation.length !== 6) return null;
  if (![...position, ...orientation].every(Number.isFinite)) return null;
  const geometry = { position, orientation } as unknown as Geometry;
  return Math.hypot(...normalOf(geometry)) < 0.5 ? null : geometry;
}

/** Row direction × column direction: the direction in which slices follow each other. */
export function normalOf({ orientation: [rx, ry, rz, cx, cy, cz] }: Geometry): [number, number, number] {
  return [ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx];
}

/** Pixel size and what it is the size of (PS3.3 10.7.1.3 and C.8.11.3). */
export function spacingOf(dataSet: DataSet): Spacing | null {
  const pixel = pair(groupOf(dataSet, 1, tags.PixelMeasuresSequence), tags.PixelSpacing);
  const detector = pair(dataSet, tags.ImagerPixelSpacing) ?? pair(dataSet, tags.NominalScannedPixelSpacing);
  // Equal to the detector's own spacing, it has not been corrected for magnification.
  if (pixel && !(detector && same(pixel, detector))) return { ...pixel, kind: 'patient' };
  if (detector) return { ...detector, kind: 'detector' };
  const aspect = pair(dataSet, tags.PixelAspectRatio);
  return aspect && { ...aspect, kind: 'aspect' };
}

/** Letters of PatientOrientation: where a row leads to, then a column (PS3.3 C.7.6.1.1.1). */
export function patientOrientationOf(dataSet: DataSet): [string, string] | null {
  const [row, column] = codes(dataSet, tags.PatientOrientation);
  return row && column ? [row, column] : null;
}

function pair(dataSet: DataSet, tag: Tag): { row: number; column: number } | null {
  const [row, column] = numbers(dataSet, tag);
  return row !== undefined && column !== undefined && row > 0 && column > 0 && Number.isFinite(row * column)
    ? { row, column }
    : null;
}

function same(a: { row: number; column: number }, b: { row: number; column: number }): boolean {
  return Math.abs(a.row - b.row) < 1e-6 && Math.abs(a.column - b.column) < 1e-6;
}
