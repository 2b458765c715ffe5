import type { PixelPoint } from '../../../../renderer/picture/plane';

/** How many of the contours on one image lie inside another of them, by their first points and boxes. */
export function nestedCount(contours: readonly (readonly PixelPoint[])[]): number {
  const boxes = contours.map(boxOf);
  return contours.filter((contour, i) =>
    contours.some((other, j) => j !== i && holds(boxes[j]!, boxes[i]!) && isInside(other, contour[0]!)),
  ).length;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

function boxOf(points: readonly PixelPoint[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [column, row] of points) {
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return [left, top, right, bottom];
}

function holds(outer: Box, inner: Box): boolean {
  return outer[0] < inner[0] && outer[1] < inner[1] && outer[2] > inner[2] && outer[3] > inner[3];
}

/** By the number of edges that a ray to the right crosses. */
function isInside(points: readonly PixelPoint[], [x, y]: PixelPoint): boolean {
  let inside = false;
  points.forEach(([x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length]!;
    if (y0 <= y !== y1 <= y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  });
  return inside;
}
