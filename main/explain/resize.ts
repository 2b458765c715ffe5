import type { HeatMap } from '../../preload/vocabulary';
import type { Placement } from '../prepare/placement';
import { between, type Between, type Field } from './bilinear';

/** The first pixel whose centre lies in a field, and the first beyond it. */
function inside(pixels: number, { start, extent }: Field): [number, number] {
  const first = Math.max(0, Math.ceil(start - 0.5));
  return [first, Math.max(first, Math.min(pixels, Math.floor(start + extent - 0.5) + 1))];
}

/** A line of cells, between the two that a row of pixels lies between; what speaks against the class counts as 0. */
function lineAt(
  grid: Float32Array,
  columns: number,
  { low, high, share }: Between,
  row: number,
  line: Float64Array,
): void {
  const [above, below, part] = [low[row]! * columns, high[row]! * columns, share[row]!];
  for (let c = 0; c < columns; c++)
    line[c] = (1 - part) * Math.max(0, grid[above + c]!) + part * Math.max(0, grid[below + c]!);
}

/**
 * The one upsampling: the evidence for the class (what is above 0) from a layer's grid straight to the slice's
 * pixels, bilinear, undoing the preparation's crop, padding and resize; 0 outside what the model saw. Assumes that
 * the layer's cells cover the model's input evenly. The scale stays raw; peak 0 means no positive evidence.
 */
export function toSlice(
  grid: Float32Array,
  [rows, columns]: readonly [number, number],
  place: Placement,
): HeatMap {
  const { slice, model } = place;
  const acrossField = { start: place.left, extent: model.columns * place.scaleX };
  const downField = { start: place.top, extent: model.rows * place.scaleY };
  const across = between(slice.columns, columns, acrossField);
  const down = between(slice.rows, rows, downField);
  const [left, right] = inside(slice.columns, acrossField);
  const [top, bottom] = inside(slice.rows, downField);
  const values = new Float32Array(slice.rows * slice.columns);
  const line = new Float64Array(columns);
  let peak = 0;
  for (let row = top; row < bottom; row++) {
    lineAt(grid, columns, down, row, line);
    for (let column = left, i = row * slice.columns + left; column < right; column++, i++) {
      const part = across.share[column]!;
      const value = (1 - part) * line[across.low[column]!]! + part * line[across.high[column]!]!;
      values[i] = value;
      if (value > peak) peak = values[i]!;
    }
  }
  return { rows: slice.rows, columns: slice.columns, values, peak };
}
