import { lengthOf, vector } from './lines';
import type { Point, Scale } from './scale';

/** The ends of the long axis, then of the short axis. */
export type Axes = readonly [Point, Point, Point, Point];

/** Part of the long axis that a new short axis has. */
const first = 0.5;

/** The image point that lies `along` the long axis (0..1) and `aside` of it, in the scale's unit. */
function place([c0, r0]: Point, to: Point, along: number, aside: number, scale: Scale): Point {
  const [dx, dy] = vector([c0, r0], to, scale);
  const length = Math.hypot(dx, dy) || 1;
  return [
    c0 + (dx * along - (dy / length) * aside) / scale.x,
    r0 + (dy * along + (dx / length) * aside) / scale.y,
  ];
}

/** Where a point lies from the long axis: how far along it (0..1), and how far aside of it in the scale's unit. */
function placeOf(from: Point, to: Point, point: Point, scale: Scale): { along: number; aside: number } {
  const [dx, dy] = vector(from, to, scale);
  const [px, py] = vector(from, point, scale);
  const length = Math.hypot(dx, dy) || 1;
  return { along: (px * dx + py * dy) / length ** 2, aside: (py * dx - px * dy) / length };
}

/** A long axis with a short one across its middle, half as long, at a right angle in the body. */
export function axesFrom(from: Point, to: Point, scale: Scale): Axes {
  const half = (lengthOf(from, to, scale) * first) / 2;
  return [from, to, place(from, to, 0.5, half, scale), place(from, to, 0.5, -half, scale)];
}

/**
 * The axes with one end moved, the short axis still at a right angle to the long one. An end of the long axis takes
 * the short one along; an end of the short axis moves the crossing along the long axis, and its own distance from it.
 */
export function moveAxisEnd(axes: Axes, end: number, to: Point, scale: Scale): Axes {
  const [a, b, c, d] = axes;
  const [one, other] = [placeOf(a, b, c, scale), placeOf(a, b, d, scale)];
  if (end < 2) {
    const [from, until] = end === 0 ? [to, b] : [a, to];
    return [
      from,
      until,
      place(from, until, one.along, one.aside, scale),
      place(from, until, one.along, other.aside, scale),
    ];
  }
  const moved = placeOf(a, b, to, scale);
  const along = Math.min(1, Math.max(0, moved.along));
  const [here, there] = end === 2 ? [moved.aside, other.aside] : [one.aside, moved.aside];
  return [a, b, place(a, b, along, here, scale), place(a, b, along, there, scale)];
}

/** The lengths of both axes in the scale's unit, the longer first, whichever was drawn first. */
export function diameters([a, b, c, d]: Axes, scale: Scale): readonly [number, number] {
  const [one, other] = [lengthOf(a, b, scale), lengthOf(c, d, scale)];
  return one >= other ? [one, other] : [other, one];
}
