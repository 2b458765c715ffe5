import type { HeatMap } from '../../preload/vocabulary';
import type { Placement } from '../prepare/placement';

/** Along one axis: for each pixel the two cells it lies between and how far it is to the second; null unseen. */
type Between = { readonly low: number; readonly high: number; readonly share: number } | null;

/**
 * Half-pixel centres: pixel p has its centre at p + 0.5, cell c of n covers [c/n, (c+1)/n] of what the model saw.
 * Beyond the outer cells' centres the outer cells go on.
 */
function axis(pixels: number, cells: number, start: number, extent: number): Between[] {
  return Array.from({ length: pixels }, (_, pixel) => {
    const position = (pixel + 0.5 - start) / extent;
    if (position < 0 || position > 1) return null;
    const at = Math.min(cells - 1, Math.max(0, position * cells - 0.5));
    const low = Math.floor(at);
    return { low, high: Math.min(cells - 1, low + 1), share: at - low };
  });
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
  const across = axis(slice.columns, columns, place.left, model.columns * place.scaleX);
  const down = axis(slice.rows, rows, place.top, model.rows * place.scaleY);
  const values = new Float32Array(slice.rows * slice.columns);
  const cell = (row: number, column: number): number => Math.max(0, grid[row * columns + column]!);
  let peak = 0;
  down.forEach((v, row) => {
    if (!v) return;
    const line = Float64Array.from(
      { length: columns },
      (_, c) => (1 - v.share) * cell(v.low, c) + v.share * cell(v.high, c),
    );
    for (let column = 0; column < slice.columns; column++) {
      const h = across[column];
      if (!h) continue;
      const index = row * slice.columns + column;
      values[index] = (1 - h.share) * line[h.low]! + h.share * line[h.high]!;
      if (values[index]! > peak) peak = values[index]!;
    }
  });
  return { rows: slice.rows, columns: slice.columns, values, peak };
}
