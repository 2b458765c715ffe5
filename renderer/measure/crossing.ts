import type { Point } from './scale';

/** On which side of the line a → b a point lies: positive, negative, or 0 on it. */
const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether two edges of a closed outline cross at a point inside both. */
export function crossesItself(points: readonly Point[]): boolean {
  const count = points.length;
  const end = (index: number): Point => points[(index + 1) % count]!;
  for (let i = 0; i < count; i++)
    for (let j = i + 2; j < count; j++) if (cross(points[i]!, end(i), points[j]!, end(j))) return true;
  return false;
}
