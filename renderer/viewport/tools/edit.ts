import type { Measurement, Region } from '../../../preload/vocabulary';
import type { Point } from '../affine';
import { dragMeasurement, grabMeasurement, handleAt } from './grab';
import { handlesOf, moveHandle, moveRegion } from './handles';
import { hitAt } from './hit';
import { pixelCentre } from './measurement-handles';
import type { Gesture, Spot, Tool, ToolContext } from './tool';

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
  const handle = selected ? handleAt(context, handlesOf(selected), start) : -1;
  if (!selected || handle < 0) return null;
  return drag(context, selected, ({ image }) => moveHandle(selected, handle, image));
}

/** Moves a whole region or measurement, as far as the image reaches; a probe from pixel to pixel. */
function dragWhole(context: ToolContext, mark: Region | Measurement, start: Spot): Gesture | null {
  const { slice } = context.pane;
  if (!slice) return null;
  const by = ({ image }: Spot): Point => [image[0] - start.image[0], image[1] - start.image[1]];
  if ('shape' in mark)
    return drag(context, mark, (spot) => moveRegion(mark, by(spot), slice.columns, slice.rows));
  if (mark.kind === 'probe')
    return dragMeasurement(context, mark, ({ image }) => ({ ...mark, points: [pixelCentre(image, slice)] }));
  return dragMeasurement(context, mark, (spot) => moveRegion(mark, by(spot), slice.columns, slice.rows));
}

/** Takes regions and measurements by their handles or as a whole; a click beside them selects none. */
export const editTool: Tool = {
  id: 'edit',
  name: 'Select and edit',
  group: 'select',
  key: 'V',
  icon: 'M3.5 1.5 12.8 9H8.7l2.3 4.8-1.8.8-2.2-4.7L3.5 12.5Z',
  cursor: 'default',
  begin(context, start) {
    const grabbed = grabHandle(context, start) ?? grabMeasurement(context, start);
    if (grabbed) return grabbed;
    const hit = hitAt(context, start);
    context.review.regions.selected = hit?.id ?? '';
    return hit && dragWhole(context, hit, start);
  },
  /** A double click on a measurement: what is written beside it is typed. */
  finish({ review: { regions } }) {
    const isMeasurement = regions.measurements.some(({ id }) => id === regions.selected);
    if (isMeasurement) regions.typing = regions.selected;
    return isMeasurement;
  },
};
