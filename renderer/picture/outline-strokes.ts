import type { Point } from './contour';

/** A line to draw; a closed one leads from its last point back to its first. */
export interface Stroke {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/**
 * The lines of an outline without its cuts: an edge that is walked there and back joins a hole to the outline around
 * it (the keyhole technique of PS3.3 C.8.8.6) and bounds nothing.
 */
export function strokesOf(outline: readonly Point[]): Stroke[] {
  const ways = outline.map((from, i) => wayOf(from, nextIn(outline, i)));
  const walked = new Set(ways);
  const back = outline.map((from, i) => wayOf(nextIn(outline, i), from));
  const isCut = back.map((way, i) => way !== ways[i] && walked.has(way));
  const firstCut = isCut.indexOf(true);
  // Two points alone are a line that is still being drawn.
  if (firstCut < 0 || outline.length < 3) return [{ points: outline, closed: true }];
  const strokes: Point[][] = [];
  let isOpen = false;
  for (let step = 1; step <= outline.length; step++) {
    const i = (firstCut + step) % outline.length;
    if (isCut[i]) isOpen = false;
    else if (isOpen) strokes.at(-1)!.push(nextIn(outline, i));
    else {
      strokes.push([outline[i]!, nextIn(outline, i)]);
      isOpen = true;
    }
  }
  return strokes.map((points) => ({ points, closed: false }));
}

/** The strokes as the data of an SVG path. */
export function pathOf(strokes: readonly Stroke[], digits: number): string {
  const place = ([column, row]: Point): string => `${column.toFixed(digits)},${row.toFixed(digits)}`;
  return strokes
    .filter(({ points }) => points.length > 0)
    .map(({ points, closed }) => `M${points.map(place).join('L')}${closed ? 'Z' : ''}`)
    .join('');
}

const nextIn = (outline: readonly Point[], i: number): Point => outline[(i + 1) % outline.length]!;

/** An edge with its direction, as text. */
const wayOf = ([x0, y0]: Point, [x1, y1]: Point): string => `${x0},${y0} ${x1},${y1}`;
