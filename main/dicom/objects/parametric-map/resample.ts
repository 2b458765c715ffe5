import type { PixelPoint, Plane } from '../../../../renderer/picture/plane';
import { patientToPixel, pixelToPatient } from '../../../../renderer/picture/plane';

/** Values on a grid of pixels that lie in a plane. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly plane: Plane;
}

/**
 * The values of one grid at the pixel centres of another, bilinear between the four nearest centres; at the border
 * those of the border, beyond the pixels 0. Both planes are parallel, so that the way from one grid to the other is
 * one step a column and one a row.
 */
export function resampled(values: Float32Array, from: Grid, to: Grid): Float32Array {
  const at = (point: PixelPoint): PixelPoint => patientToPixel(from.plane, pixelToPatient(to.plane, point));
  const start = at([0.5, 0.5]);
  const [alongRow, downColumn] = [step(start, at([1.5, 0.5])), step(start, at([0.5, 1.5]))];
  const out = new Float32Array(to.rows * to.columns);
  for (let row = 0; row < to.rows; row++)
    for (let column = 0; column < to.columns; column++) {
      const x = start[0] + alongRow[0] * column + downColumn[0] * row;
      const y = start[1] + alongRow[1] * column + downColumn[1] * row;
      if (x >= 0 && y >= 0 && x <= from.columns && y <= from.rows)
        out[row * to.columns + column] = bilinear(values, from, x - 0.5, y - 0.5);
    }
  return out;
}

function step([x0, y0]: PixelPoint, [x1, y1]: PixelPoint): PixelPoint {
  return [x1 - x0, y1 - y0];
}

/** The value at a place that is given in pixel centres: 0 is the first. */
function bilinear(values: Float32Array, { rows, columns }: Grid, x: number, y: number): number {
  const [cx, cy] = [Math.min(Math.max(x, 0), columns - 1), Math.min(Math.max(y, 0), rows - 1)];
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(x0 + 1, columns - 1), Math.min(y0 + 1, rows - 1)];
  const [fx, fy] = [cx - x0, cy - y0];
  const upper = values[y0 * columns + x0]! * (1 - fx) + values[y0 * columns + x1]! * fx;
  const lower = values[y1 * columns + x0]! * (1 - fx) + values[y1 * columns + x1]! * fx;
  return upper * (1 - fy) + lower * fy;
}
