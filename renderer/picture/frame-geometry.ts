import type { Geometry, Instance } from '../../preload/vocabulary';

/** Where a frame (from 1) of an instance lies; each frame of an enhanced image may lie elsewhere. Null where unknown. */
export function geometryOfFrame(
  { geometry, frameGeometry }: Pick<Instance, 'geometry' | 'frameGeometry'>,
  frame: number,
): Geometry | null {
  return frameGeometry ? (frameGeometry[frame - 1] ?? null) : geometry;
}

/** How far along the slice normal a frame lies, mm: the dot product of position and normal (PS3.3 C.7.6.2.1.1). */
export function alongNormal({ position: [x, y, z], orientation: [a, b, c, d, e, f] }: Geometry): number {
  return x * (b * f - c * e) + y * (c * d - a * f) + z * (a * e - b * d);
}
