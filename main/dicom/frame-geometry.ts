import type { DataSet } from 'dicom-parser';
import type { Geometry } from '../../preload/vocabulary';
import { geometryOf, normalOf } from './geometry';
import { tags } from './tags';
import { numbers } from './values';

/**
 * Geometry of each frame where they differ: from the per-frame functional groups (PS3.3 C.7.6.16), or from the grid of
 * a dose (C.8.8.3.2); null where all are that of the first, or none is known.
 */
export function frameGeometryOf(dataSet: DataSet, numberOfFrames: number): (Geometry | null)[] | null {
  if (numberOfFrames < 2) return null;
  const frames = hasOwnGroups(dataSet)
    ? Array.from({ length: numberOfFrames }, (_, index) => geometryOf(dataSet, index + 1))
    : alongGrid(dataSet, numberOfFrames);
  const first = frames?.[0] ?? null;
  return frames?.some((geometry) => !same(geometry, first)) ? frames : null;
}

function hasOwnGroups(dataSet: DataSet): boolean {
  return (dataSet.elements[tags.PerFrameFunctionalGroupsSequence]?.items?.length ?? 0) > 0;
}

/** GridFrameOffsetVector: mm along the normal from the first frame where it begins at 0, else each frame's own z. */
function alongGrid(dataSet: DataSet, numberOfFrames: number): Geometry[] | null {
  const offsets = numbers(dataSet, tags.GridFrameOffsetVector);
  const first = geometryOf(dataSet, 1);
  if (!first || offsets.length !== numberOfFrames || !offsets.every(Number.isFinite)) return null;
  const [x, y, z] = first.position;
  if (offsets[0] !== 0) return offsets.map((own) => ({ ...first, position: [x, y, own] }));
  const [nx, ny, nz] = normalOf(first);
  return offsets.map((way) => ({ ...first, position: [x + way * nx, y + way * ny, z + way * nz] }));
}

function same(a: Geometry | null, b: Geometry | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.position.every((value, i) => value === b.position[i]) &&
    a.orientation.every((value, i) => value === b.orientation[i])
  );
}
