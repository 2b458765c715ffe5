import type { HeatMap } from '../../preload/vocabulary';

/** A point in image pixels: column, row; the centre of the first pixel is [0.5, 0.5]. */
export type Point = readonly [number, number];

/** Sides of a cell between four pixel centres. */
const [top, right, bottom, left] = [0, 1, 2, 3];

/** From which side to which a line crosses a cell, the higher values on its left; the index's bits are tl tr br bl. */
const crossings: readonly (readonly number[])[] = [
  [],
  [bottom, left],
  [right, bottom],
  [right, left],
  [top, right],
  [top, right, bottom, left],
  [top, bottom],
  [top, left],
  [left, top],
  [bottom, top],
  [left, top, right, bottom],
  [right, top],
  [left, right],
  [bottom, right],
  [left, bottom],
  [],
];

/**
 * Lines of equal value of a map at `threshold` × peak by marching squares with linear interpolation
 * (Lorensen and Cline 1987, in two dimensions). Each line is closed: its last point joins its first. What lies outside
 * the image counts as 0. Empty for a map whose peak is 0.
 */
export function isoLines(map: HeatMap, threshold: number): Point[][] {
  const level = threshold * map.peak;
  if (!(level > 0)) return [];
  const next = crossedEdges(map, level);
  const lines: Point[][] = [];
  for (const start of next.keys()) {
    const line: Point[] = [];
    for (let edge: number | undefined = start; edge !== undefined;) {
      const following = next.get(edge);
      if (following === undefined) break;
      line.push(pointOn(map, edge, level));
      next.delete(edge);
      edge = following;
    }
    lines.push(line);
  }
  return lines;
}

/** Edge → following edge, over all cells, those that reach one pixel out of the image included. */
function crossedEdges(map: HeatMap, level: number): Map<number, number> {
  const { rows, columns, values } = map;
  const next = new Map<number, number>();
  for (let r = -1; r < rows; r++) {
    const above = r >= 0 ? r * columns : -1;
    const below = r + 1 < rows ? (r + 1) * columns : -1;
    let tl = 0;
    let bl = 0;
    for (let c = 0; c <= columns; c++) {
      const tr = c < columns && above >= 0 && values[above + c]! >= level ? 1 : 0;
      const br = c < columns && below >= 0 && values[below + c]! >= level ? 1 : 0;
      const cell = (tl << 3) | (tr << 2) | (br << 1) | bl;
      if (cell !== 0 && cell !== 15) link(next, cell, c - 1, r, columns);
      tl = tr;
      bl = br;
    }
  }
  return next;
}

function link(next: Map<number, number>, cell: number, c: number, r: number, columns: number): void {
  const sides = crossings[cell]!;
  for (let i = 0; i < sides.length; i += 2)
    next.set(edgeOf(sides[i]!, c, r, columns), edgeOf(sides[i + 1]!, c, r, columns));
}

/** Edges are numbered by the pixel they start at (one out of the image included); odd ones run downwards. */
function edgeOf(side: number, c: number, r: number, columns: number): number {
  const column = side === right ? c + 1 : c;
  const row = side === bottom ? r + 1 : r;
  return 2 * ((row + 1) * (columns + 2) + column + 1) + (side === left || side === right ? 1 : 0);
}

/** Where the level is crossed on an edge, within the image. */
function pointOn(map: HeatMap, edge: number, level: number): Point {
  const down = edge & 1;
  const cell = edge >> 1;
  const c = (cell % (map.columns + 2)) - 1;
  const r = Math.floor(cell / (map.columns + 2)) - 1;
  const from = valueAt(map, c, r);
  const to = down ? valueAt(map, c, r + 1) : valueAt(map, c + 1, r);
  const part = (level - from) / (to - from);
  const column = c + 0.5 + (down ? 0 : part);
  const row = r + 0.5 + (down ? part : 0);
  return [Math.min(map.columns, Math.max(0, column)), Math.min(map.rows, Math.max(0, row))];
}

function valueAt({ rows, columns, values }: HeatMap, c: number, r: number): number {
  return c < 0 || r < 0 || c >= columns || r >= rows ? 0 : values[r * columns + c]!;
}
