import type { Point, Scale } from './scale';

/** A vector between two points in the scale's unit: [across, down]. */
export function vector([c0, r0]: Point, [c1, r1]: Point, { x, y }: Scale): Point {
  return [(c1 - c0) * x, (r1 - r0) * y];
}

/** Distance of two points in the scale's unit. */
export function lengthOf(from: Point, to: Point, scale: Scale): number {
  return Math.hypot(...vector(from, to, scale));
}

/** Angle between two vectors in degrees, 0..180; NaN where one has no length. */
function between([ax, ay]: Point, [bx, by]: Point): number {
  if ((ax === 0 && ay === 0) || (bx === 0 && by === 0)) return Number.NaN;
  return (Math.atan2(Math.abs(ax * by - ay * bx), ax * bx + ay * by) * 180) / Math.PI;
}

/** The angle at a vertex between the lines to two ends, in degrees, 0..180; NaN where an end lies on the vertex. */
export function angleAt(end: Point, vertex: Point, other: Point, scale: Scale): number {
  return between(vector(vertex, end, scale), vector(vertex, other, scale));
}

/**
 * The Cobb angle: the acute angle, 0..90 degrees, in which two lines, each through two points, or their perpendiculars
 * meet (Cobb, Outline for the study of scoliosis, AAOS Instructional Course Lectures 5, 1948); NaN where a line has no
 * length.
 */
export function cobbAngle(lines: readonly [Point, Point, Point, Point], scale: Scale): number {
  const [a, b, c, d] = lines;
  const angle = between(vector(a, b, scale), vector(c, d, scale));
  return Math.min(angle, 180 - angle);
}
