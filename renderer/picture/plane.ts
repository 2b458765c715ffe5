import type { Geometry } from '../../preload/vocabulary';
import { dot, lengthOf, plus, scaled, type Vector } from './mpr/stack';

/** [column, row] in image pixels; [0, 0] is the outer corner of the first pixel, whose centre is [0.5, 0.5]. */
export type PixelPoint = readonly [column: number, row: number];

/** Where the pixels of one frame lie in the patient (PS3.3 C.7.6.2.1.1), all in mm. */
export interface Plane {
  /** Centre of the first pixel. */
  readonly origin: Vector;
  /** Step to the next column, and to the next row. */
  readonly toColumn: Vector;
  readonly toRow: Vector;
  /** Unit vector, row direction × column direction. */
  readonly normal: Vector;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The plane of a frame by its position, orientation and pixel size in mm. */
export function planeOf(
  { position, orientation }: Geometry,
  spacing: { readonly row: number; readonly column: number },
): Plane {
  const [rx, ry, rz, cx, cy, cz] = orientation;
  const normal: Vector = [ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx];
  return {
    origin: position,
    toColumn: scaled([rx, ry, rz], spacing.column),
    toRow: scaled([cx, cy, cz], spacing.row),
    normal: scaled(normal, 1 / lengthOf(normal)),
  };
}

/** The place in the patient of a point of the image. */
export function pixelToPatient({ origin, toColumn, toRow }: Plane, [column, row]: PixelPoint): Vector {
  return plus(origin, plus(scaled(toColumn, column - 0.5), scaled(toRow, row - 0.5)));
}

/**
 * The point of the image that a place in the patient projects to along the normal; may lie outside the image. Solved
 * for both axes together, as directions written with few digits are not quite at right angles.
 */
export function patientToPixel({ origin, toColumn, toRow }: Plane, place: Vector): PixelPoint {
  const from = plus(place, scaled(origin, -1));
  const [cc, cr, rr] = [dot(toColumn, toColumn), dot(toColumn, toRow), dot(toRow, toRow)];
  const [alongColumn, alongRow] = [dot(from, toColumn), dot(from, toRow)];
  const determinant = cc * rr - cr * cr;
  return [
    (rr * alongColumn - cr * alongRow) / determinant + 0.5,
    (cc * alongRow - cr * alongColumn) / determinant + 0.5,
  ];
}

/** How far a place lies from the plane, mm; positive on the side that the normal points to. */
export function distanceToPlane({ origin, normal }: Plane, place: Vector): number {
  return dot(plus(place, scaled(origin, -1)), normal);
}

/**
 * Where the image of one plane cuts the image of another: the ends of the line in pixels of `a`, within both images;
 * null where they do not meet or are parallel.
 */
export function intersectionLine(
  a: Plane,
  sizeA: Size,
  b: Plane,
  sizeB: Size,
): readonly [PixelPoint, PixelPoint] | null {
  const corners = cornersOf(b, sizeB);
  const distances = corners.map((corner) => distanceToPlane(a, corner));
  const crossings = corners.flatMap((corner, i) => {
    const next = (i + 1) % corners.length;
    const [from, to] = [distances[i]!, distances[next]!];
    if (from >= 0 === to >= 0) return [];
    const way = plus(corners[next]!, scaled(corner, -1));
    return [patientToPixel(a, plus(corner, scaled(way, from / (from - to))))];
  });
  const [start, end] = crossings;
  return start && end ? clipped(start, end, sizeA) : null;
}

function cornersOf(plane: Plane, { rows, columns }: Size): Vector[] {
  const corners: PixelPoint[] = [
    [0, 0],
    [columns, 0],
    [columns, rows],
    [0, rows],
  ];
  return corners.map((corner) => pixelToPatient(plane, corner));
}

/** The part of a line within 0..columns, 0..rows (Liang and Barsky 1984); null where there is none. */
function clipped(
  start: PixelPoint,
  end: PixelPoint,
  { rows, columns }: Size,
): readonly [PixelPoint, PixelPoint] | null {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  let [from, to] = [0, 1];
  const sides: [number, number][] = [
    [-dx, start[0]],
    [dx, columns - start[0]],
    [-dy, start[1]],
    [dy, rows - start[1]],
  ];
  for (const [speed, room] of sides) {
    if (speed === 0 && room < 0) return null;
    if (speed < 0) from = Math.max(from, room / speed);
    if (speed > 0) to = Math.min(to, room / speed);
  }
  const at = (t: number): PixelPoint => [start[0] + t * dx, start[1] + t * dy];
  return from < to ? [at(from), at(to)] : null;
}
