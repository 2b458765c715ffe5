import type { PixelPoint } from '../../../../renderer/picture/plane';

/**
 * One polygon that, filled by the even-odd rule, is inside where an odd number of the contours are (CLOSEDPLANAR_XOR,
 * PS3.3 C.8.8.6.3). Each contour is reached from the first by an upright and a level line and left by the same way:
 * what is walked there and back encloses nothing, to the last digit.
 */
export function exclusiveOr(contours: readonly (readonly PixelPoint[])[]): PixelPoint[] {
  const [first = [], ...others] = contours;
  const [start] = first;
  if (!start || others.length === 0) return [...first];
  return [
    ...first,
    start,
    ...others.flatMap((contour) => {
      const entry = contour[0]!;
      const bend: PixelPoint = [start[0], entry[1]];
      return [bend, ...contour, entry, bend, start];
    }),
  ].slice(0, -1);
}
