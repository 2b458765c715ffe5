import type { Region } from '../../preload/vocabulary';
import { boxOf, emptyMask, type Mask } from './mask';

type Shape = Pick<Region, 'shape' | 'points'>;
type Point = Region['points'][number];

/**
 * The pixels of a region as rows × columns bytes, 1 inside. A pixel is inside if its centre (column + 0.5, row + 0.5)
 * is: of a rectangle left and top edges belong to it, right and bottom edges do not; of an ellipse the whole edge
 * does; a polygon is filled by the even-odd rule. What lies outside the image is cut off.
 */
export function regionMask(region: Shape, rows: number, columns: number): Uint8Array {
  const mask = maskOf(region, rows, columns);
  const full = new Uint8Array(rows * columns);
  for (let r = 0; r < mask.height; r++) {
    const line = mask.bits.subarray(r * mask.width, (r + 1) * mask.width);
    full.set(line, (mask.row + r) * columns + mask.column);
  }
  return full;
}

/** The same, kept to the region's bounding box. */
export function maskOf({ shape, points }: Shape, rows: number, columns: number): Mask {
  const across = points.map(([column]) => column);
  const down = points.map(([, row]) => row);
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const enough = points.length >= (shape === 'polygon' ? 3 : 2);
  if (!enough || ![left, right, top, bottom].every(Number.isFinite))
    return emptyMask({ column: 0, row: 0, width: 0, height: 0 });
  const mask = emptyMask(boxOf(left, top, right, bottom, rows, columns));
  if (shape === 'rectangle') mask.bits.fill(1);
  else if (shape === 'ellipse') fillEllipse(mask, left, top, right, bottom);
  else fillPolygon(mask, points);
  return mask;
}

/** Without divisions, so that a centre exactly on the edge counts as inside. */
function fillEllipse(mask: Mask, left: number, top: number, right: number, bottom: number): void {
  const [a2, b2] = [((right - left) / 2) ** 2, ((bottom - top) / 2) ** 2];
  for (let r = 0; r < mask.height; r++) {
    const y2 = (mask.row + r + 0.5 - (top + bottom) / 2) ** 2;
    for (let c = 0; c < mask.width; c++) {
      const x2 = (mask.column + c + 0.5 - (left + right) / 2) ** 2;
      if (x2 * b2 + y2 * a2 <= a2 * b2) mask.bits[r * mask.width + c] = 1;
    }
  }
}

/** Row by row between each odd crossing of the outline and the next. */
function fillPolygon(mask: Mask, points: readonly Point[]): void {
  for (let r = 0; r < mask.height; r++) {
    const xs = crossings(points, mask.row + r + 0.5);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(0, Math.ceil(xs[i]! - 0.5) - mask.column);
      const to = Math.min(mask.width, Math.ceil(xs[i + 1]! - 0.5) - mask.column);
      if (to > from) mask.bits.fill(1, r * mask.width + from, r * mask.width + to);
    }
  }
}

/** Where a horizontal line crosses the outline, left to right. An edge owns its upper end, not its lower. */
function crossings(points: readonly Point[], y: number): number[] {
  const xs: number[] = [];
  points.forEach(([x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length]!;
    if (y0 <= y !== y1 <= y) xs.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  });
  return xs.sort((a, b) => a - b);
}
