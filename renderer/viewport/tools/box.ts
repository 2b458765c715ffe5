import type { RegionShape } from '../../../preload/vocabulary';
import { grabHandle } from './edit';
import type { Gesture, Spot, ToolContext } from './tool';

/** A box smaller than this on the canvas, in either direction, was a click and no region. */
const smallest = 3;

/** Drags the bounding box of a rectangle or an ellipse; from a handle of the selected region, that handle instead. */
export function dragBox(context: ToolContext, shape: RegionShape, start: Spot): Gesture {
  const grabbed = grabHandle(context, start);
  if (grabbed) return grabbed;
  const { regions } = context.review;
  const region = context.newRegion(shape, [start.image, start.image]);
  let last = start;
  return {
    move: (spot) => {
      last = spot;
      regions.draft = { ...region, points: [start.image, spot.image] };
    },
    end: () => {
      const width = Math.abs(last.image[0] - start.image[0]) * context.view.scaleX;
      const height = Math.abs(last.image[1] - start.image[1]) * context.view.scaleY;
      if (width < smallest || height < smallest) regions.draft = null;
      else regions.put({ ...region, points: [start.image, last.image] });
    },
    cancel: () => (regions.draft = null),
  };
}
