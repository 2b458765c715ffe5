import { limits } from '../limits';
import type { Images } from './images';
import type { Findings, ObjectRegion } from './object-reader';
import { ifAny } from './wording';

const { maxObjectRegions, maxRegionPoints } = limits;

/** The longest label that a review keeps. */
const longestLabel = 500;

/** Keeps of what an object brings what lies on its image and what a review can hold, and says what that leaves out. */
export function withinLimits({ regions, maps, leftOut }: Findings, images: Images): Findings {
  const onImage = regions.filter((region) => touchesImage(region, images));
  const drawable = onImage.filter(({ points }) => points.length <= maxRegionPoints);
  const kept = drawable
    .slice(0, maxObjectRegions)
    .map((region) => ({ ...region, label: region.label.slice(0, longestLabel) }));
  const said = [
    ...ifAny(regions.length - onImage.length, 'region', 'outside its image left out.'),
    ...ifAny(
      onImage.length - drawable.length,
      'region',
      `with an outline of more than ${maxRegionPoints} points left out.`,
    ),
    ...(drawable.length > kept.length
      ? [`Regions beyond the first ${maxObjectRegions} left out: a review holds no more.`]
      : []),
  ];
  return { regions: kept, maps, leftOut: [...leftOut, ...said] };
}

/** Whether the box around a region shares some area with its image; false where it has no such box. */
function touchesImage({ sopInstanceUid, frame, points }: ObjectRegion, images: Images): boolean {
  const [image] = images.named(sopInstanceUid, [frame]);
  if (!image) return false;
  return [image.columns, image.rows].every((size, axis) => {
    let [from, to] = [Infinity, -Infinity];
    for (const point of points) {
      const value = point[axis]!;
      if (!Number.isFinite(value)) return false;
      from = Math.min(from, value);
      to = Math.max(to, value);
    }
    return from < size && to > 0;
  });
}
