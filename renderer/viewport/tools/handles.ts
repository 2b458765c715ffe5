import type { Region } from '../../../preload/vocabulary';
import { outlineOf } from '../../picture/outline';
import type { Point } from '../affine';

/** An outline of more vertices than this was drawn in one go: it is moved as a whole. */
export const mostHandles = 24;

/**
 * The corners by which a shape is taken: four of a box (from its first corner round), all of a polygon; none of an
 * outline with so many vertices that its handles would hide it.
 */
export function handlesOf({ shape, points }: Pick<Region, 'shape' | 'points'>): Point[] {
  const [first, second] = points;
  if (shape === 'polygon' || !first || !second) return points.length > mostHandles ? [] : [...points];
  return [first, [second[0], first[1]], second, [first[0], second[1]]];
}

/** The region with one handle moved; of a box the opposite corner stays. */
export function moveHandle(region: Region, handle: number, to: Point): Region {
  if (region.shape === 'polygon')
    return { ...region, points: region.points.map((point, index) => (index === handle ? to : point)) };
  return { ...region, points: [handlesOf(region)[(handle + 2) % 4]!, to] };
}

/** The region or measurement moved by columns and rows, as far as it stays inside the image. */
export function moveRegion<Mark extends Pick<Region, 'points'>>(
  mark: Mark,
  [byColumn, byRow]: Point,
  columns: number,
  rows: number,
): Mark {
  const [cs, rs] = [mark.points.map(([c]) => c), mark.points.map(([, r]) => r)];
  const dc = Math.min(columns - Math.max(...cs), Math.max(-Math.min(...cs), byColumn));
  const dr = Math.min(rows - Math.max(...rs), Math.max(-Math.min(...rs), byRow));
  return { ...mark, points: mark.points.map(([c, r]): Point => [c + dc, r + dr]) };
}

/** Whether a point of the image lies inside a region (even-odd rule on its outline). */
export function isInside(region: Pick<Region, 'shape' | 'points'>, [c, r]: Point): boolean {
  const outline = outlineOf(region);
  let inside = false;
  outline.forEach(([c1, r1], index) => {
    const [c0, r0] = outline.at(index - 1)!;
    if (r0 > r !== r1 > r && c < ((c1 - c0) * (r - r0)) / (r1 - r0) + c0) inside = !inside;
  });
  return inside;
}

/** The region or measurement stretched by columns and rows towards the lower right, its upper left kept; never under one pixel. */
export function resizeRegion<Mark extends Pick<Region, 'points'>>(
  mark: Mark,
  [byColumn, byRow]: Point,
  columns: number,
  rows: number,
): Mark {
  const along = (axis: 0 | 1, by: number, end: number): ((value: number) => number) => {
    const values = mark.points.map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const wanted = Math.min(end, Math.max(low + 1, high + by));
    const factor = high > low ? (wanted - low) / (high - low) : 1;
    return (value) => low + (value - low) * factor;
  };
  const [column, row] = [along(0, byColumn, columns), along(1, byRow, rows)];
  return { ...mark, points: mark.points.map(([c, r]): Point => [column(c), row(r)]) };
}
