import { between } from './bilinear';
import type { Shape } from './probe';
import { seededRandom } from './random';

/** How masks are made. */
export interface Masks {
  /** Cells of the small grid, along each axis. */
  readonly cells: number;
  /** p: how likely a cell is to be seen. */
  readonly probability: number;
  readonly seed: number;
}

/** One axis of the enlarged grid: it has one cell of pixels more than the image, which is cut out of it at a shift. */
function enlarged(length: number, cells: number) {
  const cell = Math.ceil(length / cells);
  return { cell, ...between((cells + 1) * cell, cells) };
}

/**
 * Writes the index-th mask of a seed into rows × columns values 0..1 (Petsiuk et al. 2018, Section 3.2): a grid of
 * cells, each 1 with probability p, enlarged bilinearly to (cells + 1) · C pixels, C = ⌈side / cells⌉ being the size of
 * a cell, and cut out at a random shift of 0..C − 1 pixels. Any mask can be made again, in any order.
 */
export function riseMasks({ cells, probability, seed }: Masks, [rows, columns]: Shape) {
  const [down, across] = [enlarged(rows, cells), enlarged(columns, cells)];
  const grid = new Float64Array(cells * cells);
  const line = new Float64Array(cells);
  return (index: number, into: Float32Array): void => {
    const random = seededRandom(seed, index);
    for (let cell = 0; cell < grid.length; cell++) grid[cell] = random.uniform() < probability ? 1 : 0;
    const top = Math.floor(random.uniform() * down.cell);
    const left = Math.floor(random.uniform() * across.cell);
    for (let row = top, at = 0; row < top + rows; row++) {
      const [above, below, share] = [down.low[row]! * cells, down.high[row]! * cells, down.share[row]!];
      for (let c = 0; c < cells; c++) line[c] = (1 - share) * grid[above + c]! + share * grid[below + c]!;
      for (let column = left; column < left + columns; column++, at++) {
        const s = across.share[column]!;
        into[at] = (1 - s) * line[across.low[column]!]! + s * line[across.high[column]!]!;
      }
    }
  };
}

/** The index-th mask of a seed in an array of its own: rows × columns, 0..1. */
export function riseMask(masks: Masks, shape: Shape, index: number): Float32Array {
  const mask = new Float32Array(shape[0] * shape[1]);
  riseMasks(masks, shape)(index, mask);
  return mask;
}
