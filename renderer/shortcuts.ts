import { moveTool, regionShortcuts } from './shortcuts-regions';
import type { Shortcut } from './shortcut';
import type { Review } from './review.svelte';
import { colourMaps } from './picture/colour-maps/index';
import { tools } from './viewport/tools/index';

const step = (review: Review, by: number): void => review.library.goTo(review.library.index + by);

const nextColourMap = ({ overlay }: Review): void => {
  const at = colourMaps.findIndex(({ id }) => id === overlay.colourMap);
  overlay.colourMap = colourMaps[(at + 1) % colourMaps.length]!.id;
};

const nextClass = (review: Review): void => {
  const count = review.explanation?.scores.length ?? 0;
  if (count > 0) void review.explainClass((review.explanation!.classIndex + 1) % count);
};

const reset = (review: Review): void => {
  review.display.reset();
  review.workplace.viewport?.fit();
};

const look: readonly Shortcut[] = [
  {
    keys: ['ArrowUp', 'ArrowLeft'],
    group: 'Look',
    title: 'Previous slice',
    run: (review) => step(review, -1),
  },
  { keys: ['ArrowDown', 'ArrowRight'], group: 'Look', title: 'Next slice', run: (review) => step(review, 1) },
  { keys: ['PageUp'], group: 'Look', title: 'Ten slices back', run: (review) => step(review, -10) },
  { keys: ['PageDown'], group: 'Look', title: 'Ten slices on', run: (review) => step(review, 10) },
  { keys: ['Home'], group: 'Look', title: 'First slice', run: (review) => step(review, -Infinity) },
  { keys: ['End'], group: 'Look', title: 'Last slice', run: (review) => step(review, 1e9) },
  {
    keys: ['Space'],
    group: 'Look',
    title: 'Cine on or off',
    run: ({ workplace }) => (workplace.cine = !workplace.cine),
  },
  {
    keys: ['+', '='],
    group: 'Look',
    title: 'Zoom in',
    run: ({ workplace }) => workplace.viewport?.zoomBy(1.25),
  },
  { keys: ['-'], group: 'Look', title: 'Zoom out', run: ({ workplace }) => workplace.viewport?.zoomBy(0.8) },
  {
    keys: ['Shift+ArrowLeft'],
    group: 'Look',
    title: 'Pan left',
    run: ({ workplace }) => workplace.viewport?.panBy(-40, 0),
  },
  {
    keys: ['Shift+ArrowRight'],
    group: 'Look',
    title: 'Pan right',
    run: ({ workplace }) => workplace.viewport?.panBy(40, 0),
  },
  {
    keys: ['Shift+ArrowUp'],
    group: 'Look',
    title: 'Pan up',
    run: ({ workplace }) => workplace.viewport?.panBy(0, -40),
  },
  {
    keys: ['Shift+ArrowDown'],
    group: 'Look',
    title: 'Pan down',
    run: ({ workplace }) => workplace.viewport?.panBy(0, 40),
  },
  { keys: ['I'], group: 'Look', title: 'Invert', run: ({ display }) => (display.invert = !display.invert) },
  {
    keys: ['F'],
    group: 'Look',
    title: 'Fit to the viewport',
    run: ({ workplace }) => workplace.viewport?.fit(),
  },
  { keys: ['R'], group: 'Look', title: 'Reset window, zoom and pan', run: reset },
  ...Array.from({ length: 9 }, (_, index): Shortcut => ({
    keys: [String(index + 1)],
    group: 'Look',
    title: index === 0 ? 'Windows of the file, then presets (1 to 9)' : '',
    run: ({ display, slice }) => display.preset(slice, index),
  })),
];

const windowKeys: readonly Shortcut[] = [
  { keys: ['Alt+W'], group: 'Look', title: 'Wider window', run: (review) => nudge(review, 0, 0.05) },
  {
    keys: ['Alt+Shift+W'],
    group: 'Look',
    title: 'Narrower window',
    run: (review) => nudge(review, 0, -0.05),
  },
  { keys: ['Alt+C'], group: 'Look', title: 'Higher centre', run: (review) => nudge(review, 0.05, 0) },
  { keys: ['Alt+Shift+C'], group: 'Look', title: 'Lower centre', run: (review) => nudge(review, -0.05, 0) },
];

function nudge({ slice, display }: Review, center: number, width: number): void {
  const from = slice && display.windowFor(slice);
  if (from) display.shift(from, center * from.width, width * from.width);
}

const explain: readonly Shortcut[] = [
  {
    keys: ['E', 'Enter'],
    group: 'Explain',
    title: 'Run the model and explain',
    run: (review) => void review.explain(),
  },
  { keys: ['N'], group: 'Explain', title: 'Explain the next class', run: nextClass },
  {
    keys: ['H'],
    group: 'Explain',
    title: 'Heat map on or off',
    run: ({ overlay }) => (overlay.visible = !overlay.visible),
  },
  {
    keys: [','],
    group: 'Explain',
    title: 'Less opacity',
    run: ({ overlay }) => overlay.step('opacity', -0.05),
  },
  {
    keys: ['.'],
    group: 'Explain',
    title: 'More opacity',
    run: ({ overlay }) => overlay.step('opacity', 0.05),
  },
  {
    keys: ['['],
    group: 'Explain',
    title: 'Lower threshold',
    run: ({ overlay }) => overlay.step('threshold', -0.05),
  },
  {
    keys: [']'],
    group: 'Explain',
    title: 'Higher threshold',
    run: ({ overlay }) => overlay.step('threshold', 0.05),
  },
  {
    keys: ['C'],
    group: 'Explain',
    title: 'Wash or contour',
    run: ({ overlay }) => (overlay.style = overlay.style === 'wash' ? 'contour' : 'wash'),
  },
  { keys: ['M'], group: 'Explain', title: 'Next colour map', run: nextColourMap },
];

const work: readonly Shortcut[] = [
  {
    keys: ['Ctrl+O'],
    group: 'Application',
    title: 'Open files',
    run: ({ library }) => void library.open({ dialog: 'files' }),
  },
  {
    keys: ['Ctrl+Shift+O'],
    group: 'Application',
    title: 'Open a folder',
    run: ({ library }) => void library.open({ dialog: 'folder' }),
  },
  {
    keys: ['Ctrl+P'],
    group: 'Application',
    title: 'Export the report as PDF',
    run: (review) => void review.export('pdf'),
  },
  {
    keys: ['Ctrl+B'],
    group: 'Application',
    title: 'List of studies on or off',
    run: ({ workplace }) => (workplace.listOpen = !workplace.listOpen),
  },
  {
    keys: ['?'],
    group: 'Application',
    title: 'This list',
    run: ({ workplace }) => (workplace.helpOpen = !workplace.helpOpen),
  },
  {
    keys: ['Escape'],
    group: 'Application',
    title: 'Give up what has begun',
    run: (review) => giveUp(review),
  },
];

function giveUp(review: Review): void {
  const { workplace, explanations, regions } = review;
  if (workplace.helpOpen) workplace.helpOpen = false;
  else if (workplace.viewport?.cancelTool()) return;
  else if (explanations.running) explanations.cancel();
  else regions.selected = '';
}

const toolKeys = tools.map((tool): Shortcut => ({
  keys: [tool.key.toUpperCase()],
  group: 'Tools',
  title: tool.name,
  run: (review) => moveTool(review, tool.id),
}));

/** Every key that does something: this one list is handled and shown. */
export const shortcuts: readonly Shortcut[] = [
  ...look,
  ...windowKeys,
  ...toolKeys,
  ...regionShortcuts,
  ...explain,
  ...work,
];
