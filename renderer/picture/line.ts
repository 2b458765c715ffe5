import type { Point } from './contour';

export interface LineStyle {
  /** Red, green, blue, 0..255. */
  readonly colour: readonly [number, number, number];
  /** Pixels. */
  readonly width: number;
  /** Length of a dash and of the gap after it, pixels; 0 draws without gaps. */
  readonly dash: number;
}

/** A picture to draw on: columns × rows × 4 bytes of RGBA. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray;
}

/**
 * Draws a closed polygon, anti-aliased: a pixel is covered by as much as its centre lies within half a line width,
 * over a ramp one pixel wide. Each polygon is laid down once, so that corners are no darker than lines.
 */
export function strokePolygon(canvas: Canvas, points: readonly Point[], style: LineStyle): void {
  const coverage = new Map<number, number>();
  let along = 0;
  points.forEach((from, i) => {
    const to = points[(i + 1) % points.length]!;
    cover(canvas, from, to, style, along, coverage);
    along += Math.hypot(to[0] - from[0], to[1] - from[1]);
  });
  for (const [pixel, part] of coverage) blend(canvas.rgba, 4 * pixel, style.colour, part);
}

/** Notes for every pixel near one side how much of it the side covers; `along` is the way that led to its start. */
function cover(
  { columns, rows }: Canvas,
  from: Point,
  to: Point,
  { width, dash }: LineStyle,
  along: number,
  coverage: Map<number, number>,
): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const reach = width / 2 + 1;
  const firstRow = Math.max(0, Math.floor(Math.min(from[1], to[1]) - reach));
  const lastRow = Math.min(rows - 1, Math.ceil(Math.max(from[1], to[1]) + reach));
  for (let r = firstRow; r <= lastRow; r++) {
    const [first, last] = columnsNear(from, to, r + 0.5, reach, columns);
    for (let c = first; c <= last; c++) {
      const [x, y] = [c + 0.5 - from[0], r + 0.5 - from[1]];
      const at = length > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / (length * length))) : 0;
      if (dash > 0 && Math.floor((along + at * length) / dash) % 2 === 1) continue;
      const part = Math.min(1, width / 2 + 0.5 - Math.hypot(x - at * dx, y - at * dy));
      const pixel = r * columns + c;
      if (part > (coverage.get(pixel) ?? 0)) coverage.set(pixel, part);
    }
  }
}

/** The columns of a row that a side can reach: all of a flat one, a few of a steep one. */
function columnsNear(from: Point, to: Point, y: number, reach: number, columns: number): [number, number] {
  const dy = to[1] - from[1];
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const ends = dy === 0 ? [0, 1] : [within((y - reach - from[1]) / dy), within((y + reach - from[1]) / dy)];
  const xs = ends.map((end) => from[0] + end * (to[0] - from[0]));
  return [
    Math.max(0, Math.floor(Math.min(...xs) - reach)),
    Math.min(columns - 1, Math.ceil(Math.max(...xs) + reach)),
  ];
}

function blend(rgba: Uint8ClampedArray, at: number, colour: LineStyle['colour'], part: number): void {
  colour.forEach((value, i) => {
    rgba[at + i] = rgba[at + i]! + (value - rgba[at + i]!) * part;
  });
}
