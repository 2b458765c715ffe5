import type { HeatMap } from '../../../preload/vocabulary';
import type { Grid } from '../bilinear';

/** In pixels: column and row of the corner, width, height. */
export type Box = readonly [column: number, row: number, width: number, height: number];

/** What lies in every one of some boxes; null where that is nothing. */
export function overlap(boxes: readonly Box[]): Box | null {
  const [left, top] = [Math.max(...boxes.map(([x]) => x)), Math.max(...boxes.map(([, y]) => y))];
  const right = Math.min(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.min(...boxes.map(([, y, , height]) => y + height));
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null;
}

/** The grid of a box whose longer side has at most so many cells; never finer than the pixels. */
export function reducedGrid([, , width, height]: Box, most: number): Grid {
  const shrink = Math.min(1, most / Math.max(width, height));
  return [Math.max(1, Math.round(height * shrink)), Math.max(1, Math.round(width * shrink))];
}

/** For each cell along an axis: the pixels it covers, and how much of each. */
function covered(start: number, length: number, cells: number): readonly (readonly [number, number])[][] {
  return Array.from({ length: cells }, (_, cell) => {
    const [from, to] = [start + (cell * length) / cells, start + ((cell + 1) * length) / cells];
    const first = Math.floor(from);
    return Array.from({ length: Math.ceil(to) - first }, (__, i) => {
      const pixel = first + i;
      return [pixel, Math.min(to, pixel + 1) - Math.max(from, pixel)] as const;
    });
  });
}

/** The part of a map in a box, each cell of the grid being the mean of the area that it covers. */
export function areaMeans({ columns, values }: HeatMap, box: Box, [rows, across]: Grid): Float32Array {
  const result = new Float32Array(rows * across);
  const [lines, cells] = [covered(box[1], box[3], rows), covered(box[0], box[2], across)];
  const area = (box[2] * box[3]) / (rows * across);
  for (let i = 0; i < result.length; i++) {
    let sum = 0;
    for (const [row, share] of lines[Math.floor(i / across)]!)
      for (const [column, part] of cells[i % across]!)
        sum += share * part * (values[row * columns + column] ?? 0);
    result[i] = sum / area;
  }
  return result;
}
