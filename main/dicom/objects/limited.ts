import { limits } from '../limits';
import type { Findings, ObjectRegion } from './object-reader';
import { counted } from './wording';

const { maxObjectRegions, maxRegionPoints } = limits;

/** Keeps what an object brings within what a review can hold, and says what that leaves out. */
export function withinLimits({ regions, maps, leftOut }: Findings): Findings {
  const drawable = regions.filter(({ points }) => points.length <= maxRegionPoints);
  const kept = drawable.slice(0, maxObjectRegions);
  return { regions: kept, maps, leftOut: [...leftOut, ...said(regions, drawable, kept)] };
}

function said(
  all: readonly ObjectRegion[],
  drawable: readonly ObjectRegion[],
  kept: readonly ObjectRegion[],
): string[] {
  const ragged = all.length - drawable.length;
  const beyond = drawable.length - kept.length;
  return [
    ...(ragged > 0
      ? [`${counted(ragged, 'region')} with an outline of more than ${maxRegionPoints} points left out.`]
      : []),
    ...(beyond > 0 ? [`Regions beyond the first ${maxObjectRegions} left out: a review holds no more.`] : []),
  ];
}
