import type { Region } from '../../../preload/vocabulary';
import type { Point } from '../affine';
import { handlesOf, isInside, moveHandle, moveRegion } from './handles';
import type { Gesture, Spot, Tool, ToolContext } from './tool';

/** A handle is taken from this far, in canvas pixels. */
const takenWithin = 9;

/** The handle of a region under a spot, or -1. */
function handleAt({ view }: ToolContext, region: Region, { image }: Spot): number {
  return handlesOf(region).findIndex(
    ([c, r]) => Math.hypot((c - image[0]) * view.scaleX, (r - image[1]) * view.scaleY) <= takenWithin,
  );
}

function drag(context: ToolContext, region: Region, change: (spot: Spot) => Region): Gesture {
  const { regions } = context.review;
  let changed = region;
  return {
    move: (spot) => (regions.draft = changed = change(spot)),
    end: () => {
      if (changed !== region) regions.put(changed);
    },
    cancel: () => (regions.draft = null),
  };
}

/** Takes the selected region by the handle under a spot; null where there is none. */
export function grabHandle(context: ToolContext, start: Spot): Gesture | null {
  const { regions, frameRegions } = context.review;
  const selected = frameRegions.find(({ id }) => id === regions.selected);
  const handle = selected ? handleAt(context, selected, start) : -1;
  if (!selected || handle < 0) return null;
  return drag(context, selected, ({ image }) => moveHandle(selected, handle, image));
}

/** Takes regions by their corners or as a whole; a click beside them selects none. */
export const editTool: Tool = {
  id: 'edit',
  name: 'Select and edit',
  key: 'v',
  icon: 'M3.5 1.5 12.8 9H8.7l2.3 4.8-1.8.8-2.2-4.7L3.5 12.5Z',
  cursor: 'default',
  begin(context, start) {
    const { regions, frameRegions, slice } = context.review;
    const grabbed = grabHandle(context, start);
    if (grabbed) return grabbed;
    const hit = frameRegions.findLast((region) => isInside(region, start.image));
    regions.selected = hit?.id ?? '';
    if (!hit || !slice) return null;
    const by = ({ image }: Spot): Point => [image[0] - start.image[0], image[1] - start.image[1]];
    return drag(context, hit, (spot) => moveRegion(hit, by(spot), slice.columns, slice.rows));
  },
};
