import { textOf } from '../../preload/text';
import type { Instance, Slice } from '../../preload/vocabulary';
import type { Review } from '../review.svelte';
import { newRegion } from '../state/new-region';
import type { Pane } from '../state/pane.svelte';
import { Problems } from '../state/problems.svelte';
import { Regions } from '../state/regions.svelte';
import { Workplace } from '../state/workplace.svelte';
import { type Affine, type Point, toCanvas } from '../viewport/affine';
import type { Spot, Tool, ToolContext } from '../viewport/tools/tool';
import { fakeBridge } from './fake-bridge';

/** What a tool works on in tests: a slice of 100 × 100 pixels of 0.5 mm across and 1 mm down, seen at 2 and 4. */
export async function fakeContext(spacing: Instance['spacing'] = { row: 1, column: 0.5, kind: 'patient' }) {
  fakeBridge({ loadReview: () => textOf({ regions: [], measurements: [], comment: '' }) });
  const regions = new Regions(new Problems());
  await regions.take('study');
  const slice = { sopInstanceUid: '1.2', frame: 1, rows: 100, columns: 100 } as unknown as Slice;
  const workplace = new Workplace();
  const frameRegions = () => regions.on(slice);
  const review = {
    regions,
    workplace,
    slice,
    get frameRegions() {
      return frameRegions();
    },
  } as unknown as Review;
  const pane = {
    id: 0,
    slice,
    shown: { slice, place: { instance: { spacing }, frame: 1 } },
  } as unknown as Pane;
  const view: Affine = { scaleX: 2, scaleY: 4, offsetX: 10, offsetY: 20 };
  const context: ToolContext = {
    review,
    pane,
    view,
    panBy: () => undefined,
    zoomBy: () => undefined,
    newRegion: (shape, points) => newRegion(slice, regions.kind, shape, points),
  };
  return { context, regions, workplace };
}

/** A spot over a point of the image of a fake context. */
export function spotAt({ view }: ToolContext, image: Point): Spot {
  return { image, canvas: toCanvas(view, image) };
}

/** Presses at the first point, moves over the others, and lets go. */
export function dragOver(tool: Tool, context: ToolContext, [first, ...others]: readonly Point[]): void {
  const gesture = tool.begin(context, spotAt(context, first!));
  for (const point of others) gesture?.move(spotAt(context, point));
  gesture?.end();
}

/** Moves without a button to a point and clicks there. */
export function click(tool: Tool, context: ToolContext, point: Point): void {
  tool.hover?.(context, spotAt(context, point));
  dragOver(tool, context, [point]);
}
