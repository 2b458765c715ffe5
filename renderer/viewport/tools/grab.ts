import type { Measurement } from '../../../preload/vocabulary';
import { scaleOf } from '../../measure/scale';
import type { Point } from '../affine';
import { measurementHandles, moveMeasurementHandle } from './measurement-handles';
import type { Gesture, Spot, ToolContext } from './tool';

/** A handle is taken from this far, in canvas pixels. */
const takenWithin = 9;

/** The first of some handles under a spot, or -1. */
export function handleAt({ view }: ToolContext, handles: readonly Point[], { image }: Spot): number {
  return handles.findIndex(
    ([c, r]) => Math.hypot((c - image[0]) * view.scaleX, (r - image[1]) * view.scaleY) <= takenWithin,
  );
}

/** Takes the selected measurement by the handle under a spot; null where there is none. */
export function grabMeasurement(context: ToolContext, start: Spot): Gesture | null {
  const { regions } = context.review;
  const { slice, shown } = context.pane;
  const selected = slice && regions.measurementsOn(slice).find(({ id }) => id === regions.selected);
  const handle = selected ? handleAt(context, measurementHandles(selected), start) : -1;
  if (!selected || handle < 0) return null;
  const scale = scaleOf(shown?.place.instance.spacing ?? null);
  return dragMeasurement(context, selected, ({ image }) =>
    moveMeasurementHandle(selected, handle, image, scale),
  );
}

/** A drag that changes a measurement; kept at its end where it changed. */
export function dragMeasurement(
  { review: { regions } }: ToolContext,
  measurement: Measurement,
  change: (spot: Spot) => Measurement,
): Gesture {
  let changed = measurement;
  return {
    move: (spot) => (regions.measurementDraft = changed = change(spot)),
    end: () => {
      if (changed !== measurement) regions.putMeasurement(changed);
    },
    cancel: () => regions.dropDrafts(),
  };
}
