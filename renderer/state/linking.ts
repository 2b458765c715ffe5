import { distanceToPlane, patientToPixel, type Plane, pixelToPatient } from '../picture/plane';
import { dot, type Vector } from '../picture/mpr/stack';
import type { Placement, Wish } from '../viewport/placement';
import { type Place, placeKey } from './frames';
import { type Lying, lyingOf, planeOfPlace } from './plane-of-place';

/** Planes that are turned against each other by less than this count as of one orientation: what a second planning misses by. */
const mostTurn = Math.cos((5 * Math.PI) / 180);

export const isParallel = (a: Plane, b: Plane): boolean => Math.abs(dot(a.normal, b.normal)) >= mostTurn;

/**
 * How the positions of two places compare; in words for a person where they are not in step. One and the same image is
 * in step with itself, though its file may not say where it lies, as that of a radiograph.
 */
export type Relation =
  | { readonly kind: 'same' }
  | { readonly kind: 'parallel' | 'crossing'; readonly from: Plane; readonly to: Plane }
  | { readonly kind: 'apart'; readonly why: string };

/** How a place lies to the one that leads: only within one frame of reference can positions be compared (PS3.3 C.7.4.1). */
export function relationOf(leader: Place, other: Place): Relation {
  const [from, to] = [planeOfPlace(leader), planeOfPlace(other)];
  if (!(from && to) && placeKey(leader) === placeKey(other)) return { kind: 'same' };
  if (!to) return { kind: 'apart', why: 'its file does not say where it lies in the patient' };
  if (!from) return { kind: 'apart', why: 'the file of the active one does not say where it lies' };
  if (leader.instance.frameOfReferenceUid !== other.instance.frameOfReferenceUid)
    return { kind: 'apart', why: 'it has another frame of reference than the active one' };
  return { kind: isParallel(from, to) ? 'parallel' : 'crossing', from, to };
}

/**
 * The place of a stack that lies nearest to the leader's plane, as an index; of several at one position the one next to
 * `now`. Null where none is parallel to it in its frame of reference, or none lies within reach: half a step or
 * half a slice of the coarser of the two.
 * @param leaderStep mm from slice to slice of the leader's stack, 0 where unknown
 * @param now the index that is shown
 */
export function nearestIndex(
  leader: Place,
  leaderStep: number,
  stack: readonly Place[],
  now: number,
): number | null {
  const from = planeOfPlace(leader);
  if (!from) return null;
  const { frameOfReferenceUid } = leader.instance;
  const { index, distance } = nearest(stack, now, (other) =>
    other.frameOfReferenceUid === frameOfReferenceUid && isParallel(from, other.plane)
      ? apart(from, other.middle)
      : Infinity,
  );
  const found = stack[index];
  if (!found) return null;
  const reach = Math.max(leaderStep, stepOf(stack), thickness(leader), thickness(found)) / 2;
  return distance <= reach + sameWithin ? index : null;
}

/** A spot in the patient: a place in mm within a frame of reference. */
export interface Spot3d {
  readonly place: Vector;
  readonly frameOfReferenceUid: string;
}

/** How far a spot lies from the plane of a place, mm; Infinity where they cannot be compared. */
export function distanceTo(place: Place, spot: Spot3d): number {
  const plane = planeOfPlace(place);
  if (!plane || place.instance.frameOfReferenceUid !== spot.frameOfReferenceUid) return Infinity;
  return apart(plane, spot.place);
}

/** The place of a stack that a spot lies in, as an index; null where it lies in none. */
export function indexThrough(spot: Spot3d, stack: readonly Place[], now: number): number | null {
  const { index, distance } = nearest(stack, now, ({ plane, frameOfReferenceUid }) =>
    frameOfReferenceUid === spot.frameOfReferenceUid ? apart(plane, spot.place) : Infinity,
  );
  const found = stack[index];
  return found && distance <= reachOf(found, stack) ? index : null;
}

/** How far from the plane of a place something lies that still belongs to it, mm: half a slice, or half a step. */
export const reachOf = (place: Place, stack: readonly Place[]): number =>
  Math.max(stepOf(stack), thickness(place)) / 2 + sameWithin;

/** The index with the least distance; of several the one next to `now`. */
function nearest(
  stack: readonly Place[],
  now: number,
  distanceOf: (lying: Lying) => number,
): { index: number; distance: number } {
  let [index, distance] = [-1, Infinity];
  lyingOf(stack).forEach((lying, at) => {
    const from = lying ? distanceOf(lying) : Infinity;
    const closer = from < distance - sameWithin;
    const nextToNow = from < distance + sameWithin && Math.abs(at - now) < Math.abs(index - now);
    if (closer || nextToNow) [index, distance] = [at, Math.min(from, distance)];
  });
  return { index, distance };
}

/** Positions closer than this, in mm, are one. */
const sameWithin = 0.01;

const thickness = ({ instance }: Place): number => instance.sliceThickness ?? 0;

/** How far a spot lies from a plane, mm; without an object for each of thousands of slices. */
const apart = ({ normal, origin }: Plane, spot: Vector): number =>
  Math.abs(dot(spot, normal) - dot(origin, normal));

const steps = new WeakMap<readonly Place[], number>();

/** Mean distance from slice to slice of a stack, mm; 0 where it has no two planes. Kept as long as the stack is. */
export function stepOf(stack: readonly Place[]): number {
  const kept = steps.get(stack);
  if (kept !== undefined) return kept;
  const [first, last] = [stack[0], stack.at(-1)];
  const [from, to] = [first && planeOfPlace(first), last && planeOfPlace(last)];
  const length = from && to && isParallel(from, to) ? Math.abs(distanceToPlane(from, to.origin)) : 0;
  const step = length / Math.max(1, stack.length - 1);
  steps.set(stack, step);
  return step;
}

/**
 * Where the picture of another place is to lie so that it shows the patient at the same size as the leader's and, where
 * it is parallel, the same spot in the middle of its viewport; null across frames of reference.
 * @param now what the other has in the middle
 */
export function placementInStep(
  leader: Placement,
  leaderPlace: Place,
  other: Place,
  now: Placement,
): Wish | null {
  const relation = relationOf(leaderPlace, other);
  if (relation.kind === 'apart') return null;
  if (relation.kind === 'same') return { centre: leader.centre, scaleX: leader.scaleX };
  const ratio = other.instance.spacing!.column / leaderPlace.instance.spacing!.column;
  const scaleX = leader.scaleX * ratio;
  if (relation.kind === 'crossing') return { centre: now.centre, scaleX };
  return { centre: patientToPixel(relation.to, pixelToPatient(relation.from, leader.centre)), scaleX };
}
