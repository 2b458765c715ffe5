import type { Placement } from './placing';

/** A frame of an object, what it shows (a segment, a quantity), and the images it lies on. */
export interface PlacedFrame {
  /** From 1. */
  readonly number: number;
  readonly what: string;
  readonly placements: readonly Placement[];
}

/** Frames whose distance differs by less, mm, are at one place. */
const tie = 1e-3;

/**
 * Of the frames that show one thing and lie on the same image (thin slices over thick ones) keeps the nearest, so that
 * no image shows a thing twice.
 */
export function nearestOnly<Frame extends PlacedFrame>(frames: readonly Frame[]): Frame[] {
  const nearest = new Map<string, number>();
  for (const { what, placements } of frames)
    for (const placement of placements) {
      const key = keyOf(what, placement);
      nearest.set(key, Math.min(placement.distance, nearest.get(key) ?? Infinity));
    }
  return frames.flatMap((frame) => {
    const placements = frame.placements.filter(
      (placement) => placement.distance <= nearest.get(keyOf(frame.what, placement))! + tie,
    );
    return placements.length > 0 ? [{ ...frame, placements }] : [];
  });
}

function keyOf(what: string, { image }: Placement): string {
  return `${image.sopInstanceUid}#${image.frame} ${what}`;
}
