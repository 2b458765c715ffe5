import { bilinear, type Grid } from './bilinear';

/** A layer's map with its grid, rows × columns. */
export interface GridMap {
  readonly values: Float32Array;
  readonly grid: Grid;
}

/** Unit of a fused map: a share of each layer's own strongest evidence, 0..1; layers' own units cannot be compared. */
export const fusedUnit = 'share';

/** γ of LayerCAM's Equation 9. */
const gamma = 2;

const sizeOf = ({ grid }: GridMap): number => grid[0] * grid[1];

/**
 * The evidence for the class as a share of the map's peak; a map of nothing stays 0. Early layers, those with a finer
 * grid than the coarsest, are lifted by tanh(γ · share) (Equation 9): their evidence is spread over many weak places,
 * which would never show beside the last layer's. The last layers' shares stay linear, as in the paper.
 */
function scaled({ values }: GridMap, early: boolean): Float32Array {
  const peak = values.reduce((highest, value) => Math.max(highest, value), 0);
  return values.map((value) => {
    const share = peak > 0 ? Math.max(0, value) / peak : 0;
    return early ? Math.tanh(gamma * share) : share;
  });
}

/**
 * One map of several layers' maps as in LayerCAM (Jiang et al. 2021, Section III): each scaled to its own peak, brought
 * to the finest grid by bilinear sampling, and the largest value taken at each cell; a share, 0..1 (fusedUnit). A single
 * map stays as it is, in its own unit. Assumes that all grids cover the same field.
 */
export function fuse(maps: readonly GridMap[]): GridMap {
  if (maps.length === 1) return maps[0]!;
  const grid: Grid = [
    Math.max(...maps.map((map) => map.grid[0])),
    Math.max(...maps.map((map) => map.grid[1])),
  ];
  const coarsest = Math.min(...maps.map(sizeOf));
  const values = new Float32Array(grid[0] * grid[1]);
  const resampled = new Float32Array(values.length);
  for (const map of maps) {
    bilinear(map.grid, grid)(scaled(map, sizeOf(map) > coarsest), resampled);
    resampled.forEach((value, cell) => (values[cell] = Math.max(values[cell]!, value)));
  }
  return { values, grid };
}
