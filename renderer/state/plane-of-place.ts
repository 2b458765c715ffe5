import { type Plane, planeOf } from '../picture/plane';
import type { Place } from './frames';
import { geometryOfPlace } from './notices';

const planes = new WeakMap<Place, Plane | null>();

/**
 * Where the pixels of a place lie in the patient; null where its file does not say, or only for the detector. Kept as
 * long as the place is.
 */
export function planeOfPlace(place: Place): Plane | null {
  const kept = planes.get(place);
  if (kept !== undefined) return kept;
  const { spacing, frameOfReferenceUid } = place.instance;
  const geometry = geometryOfPlace(place);
  const known = geometry && spacing?.kind === 'patient' && frameOfReferenceUid !== '';
  const plane = known ? planeOf(geometry, spacing) : null;
  planes.set(place, plane);
  return plane;
}
