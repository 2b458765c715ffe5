/** A point of a stroke: place and half width, in the unit of the grid (mm). */
export interface StrokePoint {
  x: number;
  y: number;
  radius: number;
}

/** A sampled plane: `data` in row order, a pixel being `spacing` mm wide and high, the first corner at (0, 0). */
export interface Grid {
  columns: number;
  rows: number;
  spacing: number;
  data: Float32Array;
}

/** An empty grid over a square of `extent` mm. */
export function squareGrid(size: number, extent: number): Grid {
  return { columns: size, rows: size, spacing: extent / size, data: new Float32Array(size * size) };
}

/** What a stroke adds at a pixel: `distance` from its axis as a fraction of the half width (0…1), `radius` in mm. */
export type Profile = (distance: number, radius: number) => number;

/** Path length through a round rod, in mm. */
export const rod: Profile = (distance, radius) => 2 * radius * Math.sqrt(1 - distance * distance);

/** Adds a tapering stroke along `points` once to each pixel it covers; joints are not counted twice. */
export function addStroke(grid: Grid, points: readonly StrokePoint[], profile: Profile): void {
  visitBox(grid, boundsOf(points), (x, y, index) => {
    const near = nearest(points, x, y);
    if (near.distance < 1) grid.data[index] = (grid.data[index] ?? 0) + profile(near.distance, near.radius);
  });
}

/** Calls `visit` with the centre (mm) and index of each pixel in a box given in mm. */
export function visitBox(
  grid: Pick<Grid, 'columns' | 'rows' | 'spacing'>,
  box: { left: number; top: number; right: number; bottom: number },
  visit: (x: number, y: number, index: number) => void,
): void {
  const first = Math.max(0, Math.floor(box.left / grid.spacing));
  const last = Math.min(grid.columns - 1, Math.floor(box.right / grid.spacing));
  const bottom = Math.min(grid.rows - 1, Math.floor(box.bottom / grid.spacing));
  for (let row = Math.max(0, Math.floor(box.top / grid.spacing)); row <= bottom; row++) {
    for (let column = first; column <= last; column++) {
      visit((column + 0.5) * grid.spacing, (row + 0.5) * grid.spacing, row * grid.columns + column);
    }
  }
}

/** The box that holds every stroke point with its half width, in mm. */
export function boundsOf(points: readonly StrokePoint[]): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, radius } of points) {
    box.left = Math.min(box.left, x - radius);
    box.right = Math.max(box.right, x + radius);
    box.top = Math.min(box.top, y - radius);
    box.bottom = Math.max(box.bottom, y + radius);
  }
  return box;
}

/** The nearest place of a stroke to (x, y): distance as a fraction of the half width there, and that half width. */
export function nearest(
  points: readonly StrokePoint[],
  x: number,
  y: number,
): { distance: number; radius: number } {
  let distance = Infinity;
  let radius = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i] as StrokePoint;
    const b = points[i + 1] as StrokePoint;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
    const r = a.radius + (b.radius - a.radius) * t;
    const d = Math.sqrt((x - a.x - t * dx) ** 2 + (y - a.y - t * dy) ** 2) / r;
    if (d < distance) {
      distance = d;
      radius = r;
    }
  }
  return { distance, radius };
}
