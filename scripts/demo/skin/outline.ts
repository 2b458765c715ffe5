import type { PhantomRegion } from '../draw/region';
import { round } from '../draw/region';
import type { Grid, StrokePoint } from '../draw/stroke';

/** The outline of a stroke, `margin` mm wider than it is. */
export function strokeRegion(
  stroke: readonly StrokePoint[],
  label: string,
  margin: number,
  grid: Grid,
): PhantomRegion {
  const line = [capOf(stroke, 0, 1), ...stroke, capOf(stroke, stroke.length - 1, stroke.length - 2)];
  const sides = [1, -1].map((side) =>
    line.map((point, i): [number, number] => {
      const before = line[Math.max(0, i - 1)] ?? point;
      const after = line[Math.min(line.length - 1, i + 1)] ?? point;
      const along = Math.hypot(after.x - before.x, after.y - before.y) || 1;
      const reach = (side * (point.radius + margin)) / along;
      return [point.x - (after.y - before.y) * reach, point.y + (after.x - before.x) * reach];
    }),
  );
  const points = [...(sides[0] ?? []), ...(sides[1] ?? []).reverse()];
  return { kind: 'artefact', label, shape: 'polygon', points: points.map((point) => toPixels(point, grid)) };
}

/** The tip of the round end of a stroke: its end pushed out by a half width, away from the point before. */
function capOf(stroke: readonly StrokePoint[], end: number, before: number): StrokePoint {
  const a = stroke[end] as StrokePoint;
  const b = stroke[before] as StrokePoint;
  const length = Math.hypot(a.x - b.x, a.y - b.y) || 1;
  const reach = a.radius / length;
  return { x: a.x + (a.x - b.x) * reach, y: a.y + (a.y - b.y) * reach, radius: a.radius * 0.6 };
}

/** A point in mm as [column, row], kept on the picture. */
export function toPixels([x, y]: [number, number], grid: Grid): [number, number] {
  const inside = (v: number): number => round(Math.min(grid.columns, Math.max(0, v / grid.spacing)));
  return [inside(x), inside(y)];
}
