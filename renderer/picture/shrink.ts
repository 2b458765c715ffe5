import type { Canvas } from './line';

/** The whole number of pixels to be averaged a side, so that the longer side is no longer than this. */
export function shrinkFactor(columns: number, rows: number, longest: number): number {
  return Math.max(1, Math.ceil(Math.max(columns, rows) / longest));
}

/** An opaque picture made smaller: each pixel is the mean of factor × factor pixels, fewer at the right and lower edge. */
export function shrink({ columns, rows, rgba }: Canvas, factor: number): Canvas {
  if (factor === 1) return { columns, rows, rgba };
  const small = { columns: Math.ceil(columns / factor), rows: Math.ceil(rows / factor) };
  const out = new Uint8ClampedArray(small.columns * small.rows * 4);
  for (let r = 0, to = 0; r < small.rows; r++)
    for (let c = 0; c < small.columns; c++, to += 4)
      mean(rgba, columns, rows, c * factor, r * factor, factor, out, to);
  return { ...small, rgba: out };
}

function mean(
  rgba: Uint8ClampedArray,
  columns: number,
  rows: number,
  column: number,
  row: number,
  factor: number,
  out: Uint8ClampedArray,
  to: number,
): void {
  const [lastColumn, lastRow] = [Math.min(columns, column + factor), Math.min(rows, row + factor)];
  let [red, green, blue] = [0, 0, 0];
  for (let r = row; r < lastRow; r++)
    for (let i = 4 * (r * columns + column); i < 4 * (r * columns + lastColumn); i += 4) {
      red += rgba[i]!;
      green += rgba[i + 1]!;
      blue += rgba[i + 2]!;
    }
  const count = (lastColumn - column) * (lastRow - row);
  out[to] = red / count;
  out[to + 1] = green / count;
  out[to + 2] = blue / count;
  out[to + 3] = 255;
}
