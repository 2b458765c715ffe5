import type { Instance } from '../../preload/vocabulary';
import { normalOf } from './geometry';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const orientationTolerance = 1e-3;

/** Compares names as people count: "image 2" before "image 10". */
export function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Things by a name as people count, for many at a time: digits are padded once, not compared again and again. */
export function inCountingOrder<Thing>(things: readonly Thing[], name: (thing: Thing) => string): Thing[] {
  const keyed = things.map((thing) => ({ thing, key: countingKey(name(thing)) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ thing }) => thing);
}

function countingKey(name: string): string {
  return name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(16, '0'));
}

/**
 * Instances in reading order: along the common normal where all share an orientation, ties and all else by
 * InstanceNumber, then by path.
 */
export function inReadingOrder(instances: readonly Instance[]): Instance[] {
  const distance = distanceAlongNormal(instances);
  return [...instances].sort(
    (a, b) =>
      (distance ? distance(a) - distance(b) : 0) ||
      (a.instanceNumber ?? Infinity) - (b.instanceNumber ?? Infinity) ||
      naturally(a.path, b.path),
  );
}

/** The distance of a slice along the normal, in mm; null where the instances do not share an orientation. */
function distanceAlongNormal(instances: readonly Instance[]): ((instance: Instance) => number) | null {
  const first = instances[0]?.geometry;
  if (!first || !instances.every(({ geometry }) => geometry && sameDirection(geometry, first))) return null;
  const [x, y, z] = normalOf(first);
  return ({ geometry }) => {
    const [px, py, pz] = geometry!.position;
    // Rounded, so that slices at one place of a time series stay in the order of their numbers.
    return Math.round((px * x + py * y + pz * z) * 1000) / 1000;
  };
}

function sameDirection(a: NonNullable<Instance['geometry']>, b: NonNullable<Instance['geometry']>): boolean {
  return a.orientation.every((cosine, i) => Math.abs(cosine - b.orientation[i]!) < orientationTolerance);
}
