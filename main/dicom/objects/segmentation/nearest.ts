import type { Placement } from '../placing';

/** A frame of a segmentation (from 1) and its segment, or null where it does not say which. */
export interface SegmentFrame {
  readonly number: number;
  readonly segment: number | null;
  readonly placements: readonly Placement[];
}

/** Frames whose distance differs by less, mm, are at one place. */
const tie = 1e-3;

/**
 * Of the frames of a segment that lie on the same image (thin slices over thick ones) keeps the nearest, so that no
 * image shows a segment twice.
 */
export function nearestOnly(frames: readonly SegmentFrame[]): SegmentFrame[] {
  const nearest = new Map<string, number>();
  for (const { segment, placements } of frames)
    for (const placement of placements) {
      const key = keyOf(segment, placement);
      nearest.set(key, Math.min(placement.distance, nearest.get(key) ?? Infinity));
    }
  return frames.flatMap((frame) => {
    const placements = frame.placements.filter(
      (placement) => placement.distance <= nearest.get(keyOf(frame.segment, placement))! + tie,
    );
    return placements.length > 0 ? [{ ...frame, placements }] : [];
  });
}

function keyOf(segment: number | null, { image }: Placement): string {
  return `${segment} ${image.sopInstanceUid}#${image.frame}`;
}
