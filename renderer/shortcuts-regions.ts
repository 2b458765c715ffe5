import type { RegionShape } from '../preload/vocabulary';
import type { Review } from './review.svelte';
import { scaleOf } from './measure/scale';
import { newRegion } from './state/new-region';
import type { Shortcut } from './shortcut';
import type { Point } from './viewport/affine';
import { moveRegion, resizeRegion } from './viewport/tools/handles';
import { measurementInMiddle } from './viewport/tools/in-middle';
import { toolOf } from './viewport/tools/index';
import type { ToolId } from './viewport/tools/tool-id';

/** Part of the image by which a key moves or resizes a region or measurement. */
const nudge = 0.01;
/** Part of the image that a region put down by a key takes. */
const newSize = 0.2;

/** Takes up a tool; what the one before had begun is given up. */
export function moveTool({ workplace, pane }: Review, id: ToolId): void {
  pane.viewport?.cancelTool();
  workplace.tool = id;
  if (toolOf(id).group === 'measure') workplace.measureTool = id;
}

function putInMiddle(review: Review, shape: RegionShape): void {
  const { slice, regions } = review;
  if (!slice || !review.mayMark(review.pane)) return;
  const at = (part: number): Point => [slice.columns * part, slice.rows * part];
  const box = [at(0.5 - newSize / 2), at(0.5 + newSize / 2)];
  const points = shape === 'polygon' ? hexagonIn(box[0]!, box[1]!) : box;
  regions.put(newRegion(slice, regions.kind, shape, points));
  moveTool(review, 'edit');
}

function measureInMiddle({ slice, regions, pane, workplace }: Review): void {
  const scale = scaleOf(pane.shown?.place.instance.spacing ?? null);
  const measurement = slice && measurementInMiddle(workplace.measureTool, slice, scale);
  if (measurement) regions.putMeasurement(measurement);
}

/** A polygon to begin with: its corners are moved by mouse, the whole of it by keys. */
function hexagonIn([left, top]: Point, [right, bottom]: Point): Point[] {
  const across = (part: number): number => left + (right - left) * part;
  const middle = (top + bottom) / 2;
  return [
    [left, middle],
    [across(0.25), top],
    [across(0.75), top],
    [right, middle],
    [across(0.75), bottom],
    [across(0.25), bottom],
  ];
}

function change({ slice, regions }: Review, how: typeof moveRegion, column: number, row: number): void {
  if (!slice) return;
  const { columns, rows } = slice;
  const step = Math.max(1, Math.round(Math.max(columns, rows) * nudge));
  const by: Point = [column * step, row * step];
  const region = regions.on(slice).find(({ id }) => id === regions.selected);
  const measurement = regions.measurementsOn(slice).find(({ id }) => id === regions.selected);
  if (region) regions.put(how(region, by, columns, rows));
  if (measurement) regions.putMeasurement(how(measurement, by, columns, rows));
}

function selectNext({ slice, regions }: Review): void {
  if (!slice) return;
  const marks = [...regions.on(slice), ...regions.measurementsOn(slice)];
  const at = marks.findIndex(({ id }) => id === regions.selected);
  regions.selected = marks[(at + 1) % marks.length]?.id ?? '';
}

const arrows: readonly (readonly [string, number, number, string])[] = [
  ['ArrowLeft', -1, 0, 'left'],
  ['ArrowRight', 1, 0, 'right'],
  ['ArrowUp', 0, -1, 'up'],
  ['ArrowDown', 0, 1, 'down'],
];

const byArrows = (prefix: string, title: string, how: typeof moveRegion): Shortcut[] =>
  arrows.map(([key, column, row, where]) => ({
    keys: [`${prefix}+${key}`],
    group: 'Regions',
    title: where === 'left' ? `${title} (with any arrow)` : '',
    run: (review) => change(review, how, column, row),
  }));

const removeSelected = ({ regions }: Review): void => {
  if (regions.selected) regions.remove(regions.selected);
};

/** What keys do to regions. */
export const regionShortcuts: readonly Shortcut[] = [
  {
    keys: ['L'],
    group: 'Regions',
    title: 'Lesion: the selected region, and the next',
    run: ({ regions }) => regions.setKind('lesion'),
  },
  {
    keys: ['A'],
    group: 'Regions',
    title: 'Artefact: the selected region, and the next',
    run: ({ regions }) => regions.setKind('artefact'),
  },
  {
    keys: ['Shift+B'],
    group: 'Regions',
    title: 'Put a rectangle in the middle',
    run: (review) => putInMiddle(review, 'rectangle'),
  },
  {
    keys: ['Shift+O'],
    group: 'Regions',
    title: 'Put an ellipse in the middle',
    run: (review) => putInMiddle(review, 'ellipse'),
  },
  {
    keys: ['Shift+G'],
    group: 'Regions',
    title: 'Put a polygon in the middle',
    run: (review) => putInMiddle(review, 'polygon'),
  },
  {
    keys: ['Shift+M'],
    group: 'Regions',
    title: 'Put the last kind of measurement in the middle',
    run: measureInMiddle,
  },
  {
    keys: ['F2'],
    group: 'Regions',
    title: 'Write beside the selected measurement',
    run: ({ slice, regions }) => {
      const measurement = slice && regions.measurementsOn(slice).find(({ id }) => id === regions.selected);
      if (measurement) regions.typing = measurement.id;
    },
  },
  { keys: ['J'], group: 'Regions', title: 'Select the next region or measurement', run: selectNext },
  ...byArrows('Alt', 'Move what is selected', moveRegion),
  ...byArrows('Alt+Shift', 'Resize what is selected', resizeRegion),
  {
    keys: ['Delete', 'Backspace'],
    group: 'Regions',
    title: 'Delete what is selected',
    run: removeSelected,
  },
  { keys: ['Ctrl+Z'], group: 'Regions', title: 'Undo', run: ({ regions }) => regions.undo() },
  { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], group: 'Regions', title: 'Redo', run: ({ regions }) => regions.redo() },
];
