import type { Instance, Series, Slice, SliceReference } from '../../preload/vocabulary';

/** One frame in the reading order of a series. */
export interface Place {
  readonly instance: Instance;
  /** From 1. */
  readonly frame: number;
}

const known = new WeakMap<readonly Instance[], readonly Place[]>();

/**
 * All frames of a series in reading order: instance after instance, each instance's frames from 1. The same list of
 * instances has the same list of frames.
 */
export function framesOf({ instances }: Series): readonly Place[] {
  const listed = known.get(instances) ?? listFrames(instances);
  known.set(instances, listed);
  return listed;
}

function listFrames(instances: readonly Instance[]): Place[] {
  const places: Place[] = [];
  for (const instance of instances)
    for (let frame = 1; frame <= Math.max(1, instance.numberOfFrames); frame++)
      places.push({ instance, frame });
  return places;
}

/** One text a frame, for look-up tables. */
export const frameKey = ({ sopInstanceUid, frame }: SliceReference): string => `${sopInstanceUid}#${frame}`;

/** The same text for a place in a series. */
export const placeKey = ({ instance, frame }: Place): string =>
  frameKey({ sopInstanceUid: instance.sopInstanceUid, frame });

/** Memory that a slice's pixels and overlays take, in bytes. */
export const sliceBytes = ({ pixels, overlays }: Slice): number =>
  overlays.reduce((sum, { bits }) => sum + bits.byteLength, pixels.byteLength);
