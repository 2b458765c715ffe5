import type { Measurement, MeasurementKind, Slice } from '../../../preload/vocabulary';
import { type Scale, scaleOf } from '../../measure/scale';
import { newMeasurement } from '../../state/new-measurement';
import type { Point } from '../affine';
import { grabMeasurement } from './grab';
import type { Gesture, Spot, Tool, ToolContext } from './tool';

/** Points nearer than this on the canvas are one: the hand has not moved. */
const smallest = 3;

/** How a kind of measurement is made of the points that a person places. */
export interface Placing {
  readonly kind: MeasurementKind;
  /** How many points a person places. */
  readonly count: number;
  /** The points of the measurement, from those that were placed; where missing, the same. */
  readonly complete?: (points: readonly Point[], scale: Scale, slice: Slice) => readonly Point[];
  /** Whether it needs width and height, not only a distance between its points. */
  readonly isBox?: boolean;
  /** Called with what was kept. */
  readonly kept?: (context: ToolContext, measurement: Measurement) => void;
}

/** The scale of the pane that a tool works in. */
export const scaleIn = ({ pane }: ToolContext): Scale => scaleOf(pane.shown?.place.instance.spacing ?? null);

/**
 * A tool that places points one by one: a press places one, and the next follows the pointer; a drag places the next
 * one where it ends. So a line is a drag, or two clicks. Enter places the last where the pointer is; Escape gives up.
 */
export function placing(how: Placing): Pick<Tool, 'begin' | 'hover' | 'finish' | 'cancel'> {
  return {
    begin: (context, spot) => press(how, context, spot),
    hover(context, { image }) {
      const draft = underWay(how, context);
      if (draft) show(how, context, draft, [...placed(how, draft).slice(0, -1), image]);
    },
    finish(context) {
      const draft = underWay(how, context);
      if (draft) keep(how, context, draft, placed(how, draft));
      return true;
    },
    cancel({ review: { regions } }) {
      const isMine = regions.measurementDraft?.kind === how.kind;
      if (isMine) regions.dropDrafts();
      return isMine;
    },
  };
}

function press(how: Placing, context: ToolContext, start: Spot): Gesture | null {
  const draft = underWay(how, context);
  const grabbed = draft ? null : grabMeasurement(context, start);
  if (grabbed) return grabbed;
  const before = draft ? placed(how, draft).slice(0, -1) : [];
  const last = before.at(-1);
  if (last && areOne(context, last, start.image)) return null;
  const base = draft ?? newMeasurement(context.pane.slice!, how.kind, []);
  return dragFrom(how, context, base, [...before, start.image], start);
}

/** From a point that was just placed: the last one follows the pointer, or the next begins where the drag ends. */
function dragFrom(
  how: Placing,
  context: ToolContext,
  base: Measurement,
  points: readonly Point[],
  start: Spot,
): Gesture {
  const isLast = points.length === how.count;
  const fixed = isLast ? points.slice(0, -1) : points;
  let image = start.image;
  show(how, context, base, [...fixed, image]);
  return {
    move(spot) {
      image = spot.image;
      show(how, context, base, [...fixed, image]);
    },
    end() {
      const all = [...fixed, image];
      if (isLast || (all.length === how.count && !areOne(context, start.image, image)))
        keep(how, context, base, all);
      else if (all.length < how.count && !areOne(context, start.image, image))
        show(how, context, base, [...all, image]);
    },
    cancel: () => context.review.regions.dropDrafts(),
  };
}

/** The measurement that is being placed on the shown frame; its last point follows the pointer. */
function underWay({ kind, count }: Placing, { review, pane }: ToolContext): Measurement | null {
  const draft = review.regions.measurementDraft;
  const { slice } = pane;
  const isHere = draft?.sopInstanceUid === slice?.sopInstanceUid && draft?.frame === slice?.frame;
  return draft && isHere && draft.kind === kind && count > 1 ? draft : null;
}

const placed = ({ count }: Placing, { points }: Measurement): readonly Point[] => points.slice(0, count);

const completed = (how: Placing, context: ToolContext, points: readonly Point[]): readonly Point[] =>
  how.complete && points.length === how.count
    ? how.complete(points, scaleIn(context), context.pane.slice!)
    : points;

function show(how: Placing, context: ToolContext, base: Measurement, points: readonly Point[]): void {
  context.review.regions.measurementDraft = { ...base, points: completed(how, context, points) };
}

function keep(how: Placing, context: ToolContext, base: Measurement, points: readonly Point[]): void {
  const { regions } = context.review;
  if (points.length < how.count || !isLargeEnough(how, context, points)) return regions.dropDrafts();
  const measurement = { ...base, points: completed(how, context, points) };
  regions.putMeasurement(measurement);
  how.kept?.(context, measurement);
}

const areOne = ({ view }: ToolContext, a: Point, b: Point): boolean =>
  Math.hypot((a[0] - b[0]) * view.scaleX, (a[1] - b[1]) * view.scaleY) < smallest;

function isLargeEnough({ isBox }: Placing, context: ToolContext, points: readonly Point[]): boolean {
  const { view } = context;
  return points.every((point, index) => {
    const before = points[index - 1];
    if (!before) return true;
    if (!isBox) return !areOne(context, before, point);
    const [width, height] = [point[0] - before[0], point[1] - before[1]];
    return Math.min(Math.abs(width * view.scaleX), Math.abs(height * view.scaleY)) >= smallest;
  });
}
