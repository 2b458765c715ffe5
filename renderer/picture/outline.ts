import type { Region } from '../../preload/vocabulary';
import type { Point } from './contour';

const ellipsePoints = 64;

/** The outline of a region as a closed polygon in image pixels; an ellipse becomes 64 points, the first on its right. */
export function outlineOf(region: Pick<Region, 'shape' | 'points'>): Point[] {
  if (region.shape === 'polygon') return region.points.map(([column, row]) => [column, row]);
  const [first, second] = region.points;
  if (!first || !second) return [];
  return region.shape === 'rectangle' ? rectangle(first, second) : ellipse(first, second);
}

function rectangle([c0, r0]: Point, [c1, r1]: Point): Point[] {
  return [
    [c0, r0],
    [c1, r0],
    [c1, r1],
    [c0, r1],
  ];
}

function ellipse([c0, r0]: Point, [c1, r1]: Point): Point[] {
  const [a, b] = [Math.abs(c1 - c0) / 2, Math.abs(r1 - r0) / 2];
  return Array.from({ length: ellipsePoints }, (_, i) => {
    const angle = (2 * Math.PI * i) / ellipsePoints;
    return [(c0 + c1) / 2 + a * Math.cos(angle), (r0 + r1) / 2 + b * Math.sin(angle)];
  });
}
