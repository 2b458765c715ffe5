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

/** Pixels of a row whose values lie on one straight line: between the same two cells, or beyond the outer cells' centres. */
interface Run {
  readonly cell: number;
  readonly first: number;
  readonly end: number;
  /** How far the first pixel is on the way to the next cell, and how much farther each pixel is than the one before it. */
  readonly share: number;
  readonly step: number;
}

function runsOf({ low, share }: Between, first: number, end: number): readonly Run[] {
  const runs: Run[] = [];
  for (let at = first, next = first; at < end; at = next) {
    // Where an outer cell goes on beyond its centre the share stays 0.
    while (next < end && low[next] === low[at] && (share[next] === 0) === (share[at] === 0)) next++;
    const step = next - at > 1 ? share[at + 1]! - share[at]! : 0;
    runs.push({ cell: low[at]!, first: at, end: next, share: share[at]!, step });
  }
  return runs;
}

/** Draws a run of a row that starts at a place among the values; its highest value, which is at one of its ends. */
function drawn(run: Run, { cells, steps }: Line, values: Float32Array, start: number): number {
  const rise = steps[run.cell]!;
  const [first, last] = [start + run.first, start + run.end - 1];
  const step = run.step * rise;
  // Added up pixel by pixel: in float64 thousands of steps are still exact to more digits than float32 has.
  for (let at = first, value = cells[run.cell]! + run.share * rise; at <= last; at++, value += step)
    values[at] = value;
  return Math.max(values[first]!, values[last]!);
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
      const highest = drawn(run, line, values, start);
      if (highest > peak) peak = highest;
    }
  }
  return { rows: slice.rows, columns: slice.columns, values, peak };
}
