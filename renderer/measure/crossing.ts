import type { Point } from './scale';

interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly left: number;
  readonly right: number;
}

/** On which side of the line a → b a point lies: positive, negative, or 0 on it. */
const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Whether two edges cross at a point inside both; edges that share an end do not. */
const cross = ({ from: a, to: b }: Edge, { from: c, to: d }: Edge): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/**
 * Whether two edges of a closed outline cross. From the left, each edge is compared only with those that begin before
 * it ends: so outlines of thousands of short edges, as segmentations have, are soon looked through.
 */
export function crossesItself(points: readonly Point[]): boolean {
  const edges = points.map((from, index): Edge => {
    const to = points[(index + 1) % points.length]!;
    return { from, to, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]) };
  });
  edges.sort((one, other) => one.left - other.left);
  for (let i = 0; i < edges.length; i++)
    for (let j = i + 1; j < edges.length && edges[j]!.left <= edges[i]!.right; j++)
      if (cross(edges[i]!, edges[j]!)) return true;
  return false;
}
