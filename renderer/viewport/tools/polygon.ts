import type { Region } from '../../../preload/vocabulary';
import type { Point } from '../affine';
import type { Tool, ToolContext } from './tool';

/** A click this close to the first corner, in canvas pixels, closes the polygon. */
const closeBy = 8;

/** The polygon under way: its draft ends with the corner that follows the pointer. */
const drawn = ({ review: { regions } }: ToolContext): Region | null =>
  regions.draft?.shape === 'polygon' ? regions.draft : null;

const distance = ({ view }: ToolContext, a: Point, b: Point): number =>
  Math.hypot((a[0] - b[0]) * view.scaleX, (a[1] - b[1]) * view.scaleY);

/** Drops repeated corners, such as a double click leaves. */
export function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter(([c, r], index) => {
    const before = points[index - 1];
    return !before || before[0] !== c || before[1] !== r;
  });
}

function close(context: ToolContext, region: Region): void {
  const points = withoutRepeats(region.points.slice(0, -1));
  if (points.length >= 3) context.review.regions.put({ ...region, points });
  else context.review.regions.draft = null;
}

/** Corner by corner; a double click, Enter or a click on the first corner closes it. */
export const polygonTool: Tool = {
  id: 'polygon',
  name: 'Mark a polygon',
  group: 'mark',
  key: 'G',
  icon: 'M8 1.8 14.2 6.4 11.9 13.8H4.1L1.8 6.4Zm0 1.9L3.5 7l1.7 5.3h5.6L12.5 7Z',
  cursor: 'crosshair',
  begin(context, { image }) {
    const region = drawn(context);
    const { regions } = context.review;
    if (!region) regions.draft = context.newRegion('polygon', [image, image]);
    else if (region.points.length > 3 && distance(context, region.points[0]!, image) <= closeBy)
      close(context, region);
    else regions.draft = { ...region, points: [...region.points, image] };
    return null;
  },
  hover(context, { image }) {
    const region = drawn(context);
    if (region) context.review.regions.draft = { ...region, points: [...region.points.slice(0, -1), image] };
  },
  finish(context) {
    const region = drawn(context);
    if (region) close(context, region);
    return true;
  },
  cancel(context) {
    const region = drawn(context);
    if (region) context.review.regions.draft = null;
    return region !== null;
  },
};
