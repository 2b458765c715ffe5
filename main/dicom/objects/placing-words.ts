import type { Placement } from './placing';
import { counted } from './wording';

interface Placed {
  readonly placements: readonly Placement[];
}

/** Sentences about the frames of an object that lie on no open image, or on one of several at the same place. */
export function placingWords(frames: readonly Placed[]): string[] {
  const lost = frames.filter(({ placements }) => placements.length === 0).length;
  const chosen = frames.filter(({ placements }) => placements.some(({ ambiguous }) => ambiguous)).length;
  return [
    ...(lost > 0
      ? [
          `${counted(lost, 'frame')} of ${frames.length} left out: no open image lies there; open the series too.`,
        ]
      : []),
    ...(chosen > 0
      ? [`${counted(chosen, 'frame')} names no image; where several lie at its place, the first was taken.`]
      : []),
  ];
}
