import { pixelToPatient } from '../../picture/plane';
import { indexThrough } from '../../state/linking';
import { planeOfPlace } from '../../state/plane-of-place';
import type { Spot, Tool, ToolContext } from './tool';

/** Takes the other viewports to the slices that a spot of the picture lies in, and marks it on all of them. */
function locate({ review: { panes, problems }, pane }: ToolContext, { image }: Spot): void {
  const place = pane.shown?.place;
  const plane = place && planeOfPlace(place);
  if (!plane) {
    problems.tell('This image does not say where it lies in the patient, so nothing of it can be located.');
    return;
  }
  const { frameOfReferenceUid } = place.instance;
  const spot = { place: pixelToPatient(plane, image), frameOfReferenceUid };
  panes.spot = spot;
  for (const other of panes.list) {
    const index = other === pane ? null : indexThrough(spot, other.frames, other.index);
    if (index !== null) other.goTo(index);
  }
}

export const locateTool: Tool = {
  id: 'locate',
  name: 'Locate in all viewports',
  group: 'look',
  key: 'Shift+X',
  icon: 'M7.3 1h1.4v3.1a4 4 0 0 1 3.2 3.2H15v1.4h-3.1a4 4 0 0 1-3.2 3.2V15H7.3v-3.1a4 4 0 0 1-3.2-3.2H1V7.300h3.1a4 4 0 0 1 3.2-3.200Zm.7 4.400a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.200Z',
  cursor: 'crosshair',
  begin(context, start) {
    const before = context.review.panes.list.map((pane) => [pane, pane.index] as const);
    const spotBefore = context.review.panes.spot;
    locate(context, start);
    return {
      move: (spot) => locate(context, spot),
      end: () => undefined,
      cancel: () => {
        context.review.panes.spot = spotBefore;
        for (const [pane, index] of before) pane.goTo(index);
      },
    };
  },
};
