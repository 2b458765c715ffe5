import type { Point } from './affine';

/** Width and height, in canvas pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between a measurement and its text. */
const gap = 10;
/** Between the text and the edge of the viewport. */
const margin = 6;

/**
 * The upper left corner of a text beside what it speaks of: to the right of the points, else to the left, under or
 * above them, wherever it has room in the viewport; where it has none, as near as it can be seen.
 */
export function textPlace(points: readonly Point[], text: Size, room: Size): Point {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(left + right - text.width) / 2, (top + bottom - text.height) / 2];
  const places: readonly Point[] = [
    [right + gap, middle[1]],
    [left - gap - text.width, middle[1]],
    [middle[0], bottom + gap],
    [middle[0], top - gap - text.height],
  ];
  const hasRoom = ([x, y]: Point): boolean =>
    x >= margin &&
    y >= margin &&
    x + text.width <= room.width - margin &&
    y + text.height <= room.height - margin;
  return places.find(hasRoom) ?? inside(places[0]!, text, room);
}

function inside([x, y]: Point, text: Size, room: Size): Point {
  const keep = (value: number, size: number, end: number): number =>
    Math.max(margin, Math.min(value, end - margin - size));
  return [keep(x, text.width, room.width), keep(y, text.height, room.height)];
}
