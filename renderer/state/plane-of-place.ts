import type { Vector } from '../picture/mpr/stack';
import { pixelToPatient, type Plane, planeOf } from '../picture/plane';
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

/** A place as it lies in the patient. */
export interface Lying {
  readonly plane: Plane;
  /** The middle of its picture, mm. */
  readonly middle: Vector;
  readonly frameOfReferenceUid: string;
}

const stacks = new WeakMap<readonly Place[], readonly (Lying | null)[]>();

/** How the places of a stack lie, null for each that does not say; kept as long as the stack, as every step asks for it. */
export function lyingOf(stack: readonly Place[]): readonly (Lying | null)[] {
  const kept = stacks.get(stack) ?? stack.map(lying);
  stacks.set(stack, kept);
  return kept;
}

function lying(place: Place): Lying | null {
  const plane = planeOfPlace(place);
  const { columns, rows, frameOfReferenceUid } = place.instance;
  return plane && { plane, middle: pixelToPatient(plane, [columns / 2, rows / 2]), frameOfReferenceUid };
}
