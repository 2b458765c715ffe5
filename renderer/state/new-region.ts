import type { Region, RegionKind, RegionShape, SliceReference } from '../../preload/vocabulary';

/** A region that did not exist before, on a frame; points in image pixels. */
export function newRegion(
  { sopInstanceUid, frame }: SliceReference,
  kind: RegionKind,
  shape: RegionShape,
  points: Region['points'],
): Region {
  return { id: crypto.randomUUID(), sopInstanceUid, frame, kind, label: '', shape, points };
}
