import type { DataSet } from 'dicom-parser';
import type { RegionShape } from '../../../../preload/vocabulary';
import type { PixelPoint } from '../../../../renderer/picture/plane';
import { tags } from '../../tags';

/** A shape in pixels of an image. */
export interface Drawing {
  readonly shape: RegionShape;
  readonly points: readonly PixelPoint[];
}

/** The numbers of GraphicData (VR FL), so many at a time; [] where they do not divide. */
export function graphicPoints(item: DataSet, size: 2 | 3): number[][] {
  const count = (item.elements[tags.GraphicData]?.length ?? 0) >> 2;
  if (count === 0 || count % size !== 0) return [];
  const value = (index: number): number => item.float(tags.GraphicData, index) ?? NaN;
  return Array.from({ length: count / size }, (_, i) =>
    Array.from({ length: size }, (_, axis) => value(i * size + axis)),
  );
}

/** Vertices of a closed line without the one that closes it; null where it is open or encloses nothing. */
export function closedLine<Point extends readonly number[]>(points: readonly Point[]): Point[] | null {
  const [first, last] = [points[0], points.at(-1)];
  const closed = first && last && first.every((value, axis) => value === last[axis]);
  return closed && points.length >= 4 ? points.slice(0, -1) : null;
}

/** A circle by its centre and a point on it (PS3.3 C.18.6.1.2). */
export function circle([center, edge]: readonly PixelPoint[]): Drawing | null {
  if (!center || !edge) return null;
  const radius = Math.hypot(edge[0] - center[0], edge[1] - center[1]);
  return radius > 0 ? upright(center, radius, radius) : null;
}

const roundPoints = 64;
/** An axis that is off by less, in pixels, is level or upright. */
const straight = 1e-3;

/** An ellipse by the ends of its major, then of its minor axis; a polygon of 64 points where it is turned. */
export function ellipse([a, b, c, d]: readonly PixelPoint[]): Drawing | null {
  if (!a || !b || !c || !d) return null;
  const center: PixelPoint = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [ux, uy] = [(b[0] - a[0]) / 2, (b[1] - a[1]) / 2];
  const [vx, vy] = [(d[0] - c[0]) / 2, (d[1] - c[1]) / 2];
  const area = ux * vy - uy * vx;
  if (!Number.isFinite(area) || area === 0) return null;
  if (Math.abs(uy) < straight && Math.abs(vx) < straight) return upright(center, Math.abs(ux), Math.abs(vy));
  if (Math.abs(ux) < straight && Math.abs(vy) < straight) return upright(center, Math.abs(vx), Math.abs(uy));
  const points = Array.from({ length: roundPoints }, (_, i): PixelPoint => {
    const angle = (2 * Math.PI * i) / roundPoints;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [center[0] + ux * cos + vx * sin, center[1] + uy * cos + vy * sin];
  });
  return { shape: 'polygon', points };
}

function upright([column, row]: PixelPoint, across: number, down: number): Drawing {
  return {
    shape: 'ellipse',
    points: [
      [column - across, row - down],
      [column + across, row + down],
    ],
  };
}
