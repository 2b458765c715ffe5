import { intersectionLine, type PixelPoint } from '../picture/plane';
import type { Place } from './frames';
import { relationOf } from './linking';

/**
 * Where the picture of another place cuts the picture of a place, as two points in its image pixels; null where they
 * are of one orientation, of another frame of reference, or do not meet.
 */
export function referenceLine(on: Place, of: Place): readonly [PixelPoint, PixelPoint] | null {
  const relation = relationOf(of, on);
  if (relation.kind !== 'crossing') return null;
  return intersectionLine(relation.to, on.instance, relation.from, of.instance);
}
