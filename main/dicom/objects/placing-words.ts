import type { PlacedFrame } from './nearest';
import { counted, ifAny } from './wording';

/** Sentences about the frames of an object that lie on no open image, between two, or on one of several at one place. */
export function placingWords(frames: readonly PlacedFrame[], shown: readonly PlacedFrame[]): string[] {
  const placed = frames.filter(({ placements }) => placements.length > 0);
  const lost = frames.length - placed.length;
  const chosen = shown.filter(({ placements }) => placements.some(({ ambiguous }) => ambiguous)).length;
  return [
    ...ifAny(lost, 'frame', `of ${frames.length} left out: no open image lies there; open the series too.`),
    ...ifAny(
      placed.length - shown.length,
      'frame',
      'between two slices left out; on each slice the nearest one is shown.',
    ),
    ...(chosen > 0
      ? [`${counted(chosen, 'frame')} with several images at one place shown on the first of them.`]
      : []),
  ];
}
