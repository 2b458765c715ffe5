import type { Point } from './affine';

/** Width and height, in canvas pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a text stands: its upper left corner and its size. */
export interface TextBox extends Size {
  readonly x: number;
  readonly y: number;
}

/** Between a measurement and its text. */
const gap = 10;
/** Between the text and the edge of the viewport. */
const margin = 6;

/**
 * The place of a text beside what it speaks of: to the right of the points, else to the left, under or above them,
 * wherever it has room in the viewport and covers none of the texts that stand there already, and best nothing else
 * that is measured there either; where it has no such room, where it covers others; where it has none at all, as near
 * as it can be seen.
 * @param others the texts that stand there
 * @param figures the rooms of what else is measured
 */
export function textPlace(
  points: readonly Point[],
  text: Size,
  room: Size,
  others: readonly TextBox[] = [],
  figures: readonly TextBox[] = [],
): TextBox {
  const places = placesAround(points, text).map(([x, y]): TextBox => ({ x, y, ...text }));
  const inRoom = places.filter((place) => isInside(place, room));
  const free = inRoom.filter((place) => !others.some((other) => overlap(place, other)));
  const clear = free.find((place) => !figures.some((figure) => overlap(place, figure)));
  return clear ?? free[0] ?? inRoom[0] ?? movedInside(places[0]!, room);
}

function placesAround(points: readonly Point[], { width, height }: Size): Point[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs) - gap - width, Math.max(...xs) + gap];
  const [top, bottom] = [Math.min(...ys) - gap - height, Math.max(...ys) + gap];
  const [middle, level] = [(left + right) / 2, (top + bottom) / 2];
  const sides: readonly Point[] = [
    [right, level],
    [left, level],
    [middle, bottom],
    [middle, top],
  ];
  const corners = [right, left].flatMap((x) => [bottom, top].map((y): Point => [x, y]));
  return [...sides, ...corners];
}

function isInside({ x, y, width, height }: TextBox, room: Size): boolean {
  const [right, bottom] = [room.width - margin - width, room.height - margin - height];
  return x >= margin && y >= margin && x <= right && y <= bottom;
}

/** Whether two texts cover each other. */
export const overlap = (one: TextBox, other: TextBox): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function movedInside(box: TextBox, room: Size): TextBox {
  const keep = (value: number, size: number, end: number): number =>
    Math.max(margin, Math.min(value, end - margin - size));
  return { ...box, x: keep(box.x, box.width, room.width), y: keep(box.y, box.height, room.height) };
}
