import type { Grid } from './bilinear';

/** A picture in regions: each pixel's region, 0..count − 1, row by row; each region is connected. */
export interface Superpixels {
  readonly labels: Int32Array;
  readonly count: number;
}

/** What filling works on: the labels to follow, the regions found so far (−1 where there is none), and a stack. */
interface Filling {
  readonly labels: ArrayLike<number>;
  readonly grid: Grid;
  readonly regions: Int32Array;
  readonly members: Int32Array;
}

/** Gives all pixels that are joined to the start by edges, and have its label, to a region; members lists them. */
function fillFrom(start: number, region: number, { labels, grid, regions, members }: Filling): number {
  const [rows, columns] = grid;
  let size = 0;
  const take = (at: number): void => {
    if (regions[at]! >= 0 || labels[at] !== labels[start]) return;
    regions[at] = region;
    members[size++] = at;
  };
  take(start);
  for (let next = 0; next < size; next++) {
    const at = members[next]!;
    const column = at % columns;
    if (column > 0) take(at - 1);
    if (column < columns - 1) take(at + 1);
    if (at >= columns) take(at - columns);
    if (at < (rows - 1) * columns) take(at + columns);
  }
  return size;
}

/**
 * Regions of one label each, joined by edges, numbered as they are met row by row. One of fewer pixels than `smallest`
 * goes to the region to the left of, or above, its first pixel (the connectivity step of SLIC, Section 3.2).
 */
export function connected(labels: ArrayLike<number>, grid: Grid, smallest: number): Superpixels {
  const regions = new Int32Array(labels.length).fill(-1);
  const filling = { labels, grid, regions, members: new Int32Array(labels.length) };
  let count = 0;
  for (let start = 0; start < regions.length; start++) {
    if (regions[start]! >= 0) continue;
    const before = start % grid[1] > 0 ? regions[start - 1]! : start > 0 ? regions[start - grid[1]]! : -1;
    const size = fillFrom(start, count, filling);
    if (size >= smallest || before < 0) count++;
    else for (let m = 0; m < size; m++) regions[filling.members[m]!] = before;
  }
  return { labels: regions, count };
}
