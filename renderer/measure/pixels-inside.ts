import type { Shape } from './area';
import type { Point } from './scale';

/** Takes the pixels `from` to `to` − 1 of a row. */
export type Run = (row: number, from: number, to: number) => void;

/** The first whole pixel whose centre lies at or after a coordinate. */
const firstAt = (coordinate: number): number => Math.ceil(coordinate - 0.5);

/**
 * The pixels of a shape on an image of rows × columns, in runs from the top and from the left. A pixel is inside if its
 * centre (column + 0.5, row + 0.5) is: of a rectangle the left and top edges belong to it, the right and bottom edges
 * do not; of an ellipse the edge does, but for its very right and lowest point; a polygon is filled by the even-odd rule. It is the rule by which the
 * audit counts the pixels of a region (main/audit/region.ts); a test holds the two together.
 */
export function runsInside({ shape, points }: Shape, rows: number, columns: number, run: Run): void {
  const finite = points.every((point) => point.every(Number.isFinite));
  if (!finite || points.length < (shape === 'polygon' ? 3 : 2)) return;
  const [across, down] = [points.map(([column]) => column), points.map(([, row]) => row)];
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const spansOf = spans(shape, points, [left, right, top, bottom]);
  const last = Math.min(rows, firstAt(bottom));
  for (let row = Math.max(0, firstAt(top)); row < last; row++)
    for (const [from, to] of spansOf(row + 0.5)) {
      const [begin, end] = [Math.max(0, from), Math.min(columns, to)];
      if (end > begin) run(row, begin, end);
    }
}

/** What lies inside on the line at a height, as pairs of the first column and the one after the last. */
type Spans = (y: number) => readonly Point[];

function spans(
  shape: Shape['shape'],
  points: readonly Point[],
  [left, right, top, bottom]: readonly [number, number, number, number],
): Spans {
  if (shape === 'polygon') return (y) => polygonSpans(points, y);
  if (shape === 'rectangle') return () => [[firstAt(left), firstAt(right)]];
  return (y) => ellipseSpan(left, right, top, bottom, y);
}

/** Found by a root, then settled without one, so that a centre exactly on the edge counts as inside. */
function ellipseSpan(left: number, right: number, top: number, bottom: number, y: number): Point[] {
  const middle = (left + right) / 2;
  const [a2, b2] = [((right - left) / 2) ** 2, ((bottom - top) / 2) ** 2];
  const y2 = (y - (top + bottom) / 2) ** 2;
  const isInside = (column: number): boolean => (column + 0.5 - middle) ** 2 * b2 + y2 * a2 <= a2 * b2;
  const half = b2 > 0 ? Math.sqrt(Math.max(0, a2 * (1 - y2 / b2))) : 0;
  let [from, to] = [firstAt(middle - half), firstAt(middle + half)];
  while (from > firstAt(left) && isInside(from - 1)) from--;
  while (from < to && !isInside(from)) from++;
  while (to < firstAt(right) && isInside(to)) to++;
  while (to > from && !isInside(to - 1)) to--;
  return [[from, to]];
}

/** Between each odd crossing of the outline and the next. An edge owns its upper end, not its lower. */
function polygonSpans(points: readonly Point[], y: number): Point[] {
  const xs: number[] = [];
  points.forEach(([x0, y0], index) => {
    const [x1, y1] = points[(index + 1) % points.length]!;
    if (y0 <= y !== y1 <= y) xs.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  });
  xs.sort((a, b) => a - b);
  return Array.from({ length: xs.length >> 1 }, (_, i) => [firstAt(xs[2 * i]!), firstAt(xs[2 * i + 1]!)]);
}
