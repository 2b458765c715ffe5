import type { HeatMap } from '../../preload/vocabulary';
import type { Placement } from '../prepare/placement';
import { between, type Between, type Field } from './bilinear';

/** The first pixel whose centre lies in a field, and the first beyond it. */
function inside(pixels: number, { start, extent }: Field): [number, number] {
  const first = Math.max(0, Math.ceil(start - 0.5));
  return [first, Math.max(first, Math.min(pixels, Math.floor(start + extent - 0.5) + 1))];
}

interface Line {
  readonly cells: Float64Array;
  readonly steps: Float64Array;
}

/**
 * A line of cells between the two that a row of pixels lies between, and the steps from each to the next; what speaks
 * against the class counts as 0.
 */
function lineAt(
  grid: Float32Array,
  { low, high, share }: Between,
  row: number,
  { cells, steps }: Line,
): void {
  const { length } = cells;
  const [above, below, part] = [low[row]! * length, high[row]! * length, share[row]!];
  for (let c = 0; c < length; c++)
    cells[c] = (1 - part) * Math.max(0, grid[above + c]!) + part * Math.max(0, grid[below + c]!);
  for (let c = 0; c < length - 1; c++) steps[c] = cells[c + 1]! - cells[c]!;
}

/** Pixels of a row that lie between the same two cells. */
interface Run {
  readonly cell: number;
  readonly first: number;
  readonly end: number;
}

function runsOf({ low }: Between, first: number, end: number): readonly Run[] {
  const runs: Run[] = [];
  for (let at = first, next = first; at < end; at = next) {
    while (next < end && low[next] === low[at]) next++;
    runs.push({ cell: low[at]!, first: at, end: next });
  }
  return runs;
}

/** Draws a run of a row that starts at a place among the values; its highest value, which is at one of its ends. */
function drawn(
  { cell, first, end }: Run,
  share: Float64Array,
  { cells, steps }: Line,
  values: Float32Array,
  start: number,
): number {
  const [from, step] = [cells[cell]!, steps[cell]!];
  for (let column = first; column < end; column++) values[start + column] = from + share[column]! * step;
  return Math.max(values[start + first]!, values[start + end - 1]!);
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
  const line: Line = { cells: new Float64Array(columns), steps: new Float64Array(columns) };
  const runs = runsOf(across, left, right);
  let peak = 0;
  for (let row = top; row < bottom; row++) {
    lineAt(grid, down, row, line);
    const start = row * slice.columns;
    for (const run of runs) {
      const highest = drawn(run, across.share, line, values, start);
      if (highest > peak) peak = highest;
    }
  }
  return { rows: slice.rows, columns: slice.columns, values, peak };
}
