import type { DataSet } from 'dicom-parser';
import type { OverlayPlane, Shutter } from '../../../preload/vocabulary';
import { groupOf } from '../functional-groups';
import { spacingOf } from '../geometry';
import { limits } from '../limits';
import type { Tag } from '../tags';
import { tags } from '../tags';
import { codes, numbers, unsigned } from '../values';

/**
 * The display shutter of a frame (PS3.3 C.7.6.11, C.7.6.15, C.7.6.16.2.16): its shapes as far as they are given whole;
 * null where there is none.
 * @param overlays planes by their group: a bitmap shutter is one of them
 */
export function shutterOf(
  dataSet: DataSet,
  frame: number,
  overlays: ReadonlyMap<number, OverlayPlane>,
): Shutter | null {
  const group = groupOf(dataSet, frame, tags.FrameDisplayShutterSequence);
  const shapes = codes(group, tags.ShutterShape);
  const shutter = {
    rectangle: shapes.includes('RECTANGULAR') ? rectangleOf(group) : null,
    circle: shapes.includes('CIRCULAR') ? circleOf(group, dataSet) : null,
    polygon: shapes.includes('POLYGONAL') ? polygonOf(group) : null,
    bitmap: shapes.includes('BITMAP') ? bitmapOf(group, overlays) : null,
  };
  const isClosed = Object.values(shutter).some((shape) => shape !== null);
  return isClosed
    ? { ...shutter, presentationValue: unsigned(group, tags.ShutterPresentationValue) ?? 0 }
    : null;
}

function rectangleOf(group: DataSet): Shutter['rectangle'] {
  const [left, right, upper, lower] = [
    tags.ShutterLeftVerticalEdge,
    tags.ShutterRightVerticalEdge,
    tags.ShutterUpperHorizontalEdge,
    tags.ShutterLowerHorizontalEdge,
  ].map((tag) => finite(group, tag)[0]);
  if (left === undefined || right === undefined || upper === undefined || lower === undefined) return null;
  return { left, right, upper, lower };
}

function circleOf(group: DataSet, dataSet: DataSet): Shutter['circle'] {
  const [row, column] = finite(group, tags.CenterOfCircularShutter);
  const [radius] = finite(group, tags.RadiusOfCircularShutter);
  if (row === undefined || column === undefined || radius === undefined || radius < 0) return null;
  const spacing = spacingOf(dataSet);
  return { row, column, radius, aspect: spacing ? spacing.row / spacing.column : 1 };
}

function polygonOf(group: DataSet): Shutter['polygon'] {
  const all = finite(group, tags.VerticesOfThePolygonalShutter);
  if (all.length > 2 * limits.maxShutterVertices) return null;
  const vertices = Array.from({ length: all.length >> 1 }, (_, i) => [all[i * 2]!, all[i * 2 + 1]!] as const);
  return vertices.length > 2 ? vertices : null;
}

function bitmapOf(group: DataSet, overlays: ReadonlyMap<number, OverlayPlane>): OverlayPlane | null {
  return overlays.get(unsigned(group, tags.ShutterOverlayGroup) ?? 0) ?? null;
}

/** The numbers of an element, [] where one is none. */
function finite(group: DataSet, tag: Tag): number[] {
  const values = numbers(group, tag);
  return values.every(Number.isFinite) ? values : [];
}
