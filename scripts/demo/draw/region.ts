import type { Grid } from './stroke';

/**
 * What is truly in a phantom, in image pixels (column, row): (0, 0) is the top-left corner of the top-left
 * pixel, pixel centres lie at +0.5. Rectangle and ellipse by two opposite corners of their box, polygon by vertices.
 */
export interface PhantomRegion {
  kind: 'lesion' | 'artefact';
  label: string;
  shape: 'rectangle' | 'ellipse' | 'polygon';
  points: [number, number][];
}

/** A box in mm. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A region bounded by a box given in mm, clipped to the picture. */
export function boxRegion(
  kind: PhantomRegion['kind'],
  label: string,
  shape: 'rectangle' | 'ellipse',
  box: Box,
  grid: Pick<Grid, 'columns' | 'rows' | 'spacing'>,
): PhantomRegion {
  const column = (x: number): number => round(Math.min(grid.columns, Math.max(0, x / grid.spacing)));
  const row = (y: number): number => round(Math.min(grid.rows, Math.max(0, y / grid.spacing)));
  return {
    kind,
    label,
    shape,
    points: [
      [column(box.left), row(box.top)],
      [column(box.right), row(box.bottom)],
    ],
  };
}

/** Hundredths of a pixel are finer than anything drawn. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** 1 inside the region, 0 outside, by pixel centre; even-odd rule for polygons. */
export function regionMask(region: PhantomRegion, rows: number, columns: number): Uint8Array {
  const mask = new Uint8Array(rows * columns);
  const inside = insideTest(region);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (inside(column + 0.5, row + 0.5)) mask[row * columns + column] = 1;
    }
  }
  return mask;
}

function insideTest(region: PhantomRegion): (x: number, y: number) => boolean {
  if (region.shape === 'polygon') return (x, y) => insidePolygon(region.points, x, y);
  const [[x0, y0], [x1, y1]] = region.points as [[number, number], [number, number]];
  if (region.shape === 'rectangle') return (x, y) => x >= x0 && x < x1 && y >= y0 && y < y1;
  return (x, y) => ((2 * x - x0 - x1) / (x1 - x0)) ** 2 + ((2 * y - y0 - y1) / (y1 - y0)) ** 2 <= 1;
}

function insidePolygon(points: readonly [number, number][], x: number, y: number): boolean {
  let inside = false;
  let previous = points[points.length - 1] as [number, number];
  for (const point of points) {
    const crosses = point[1] > y !== previous[1] > y;
    if (crosses && x < point[0] + ((y - point[1]) / (previous[1] - point[1])) * (previous[0] - point[0]))
      inside = !inside;
    previous = point;
  }
  return inside;
}
