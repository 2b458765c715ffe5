import type { Review } from './review.svelte';
import type { Shortcut } from './shortcut';

const step = (review: Review, by: number): void => review.pane.goTo(review.pane.index + by);

const reset = ({ pane }: Review): void => {
  pane.display.reset();
  pane.viewport?.fit();
};

const slicesAndView: readonly Shortcut[] = [
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
    run: ({ pane }) => (pane.cine = !pane.cine),
  },
  {
    keys: ['+', '='],
    group: 'Look',
    title: 'Zoom in',
    run: ({ pane }) => pane.viewport?.zoomBy(1.25),
  },
  { keys: ['-'], group: 'Look', title: 'Zoom out', run: ({ pane }) => pane.viewport?.zoomBy(0.8) },
  {
    keys: ['Shift+ArrowLeft'],
    group: 'Look',
    title: 'Pan left',
    run: ({ pane }) => pane.viewport?.panBy(-40, 0),
  },
  {
    keys: ['Shift+ArrowRight'],
    group: 'Look',
    title: 'Pan right',
    run: ({ pane }) => pane.viewport?.panBy(40, 0),
  },
  {
    keys: ['Shift+ArrowUp'],
    group: 'Look',
    title: 'Pan up',
    run: ({ pane }) => pane.viewport?.panBy(0, -40),
  },
  {
    keys: ['Shift+ArrowDown'],
    group: 'Look',
    title: 'Pan down',
    run: ({ pane }) => pane.viewport?.panBy(0, 40),
  },
  {
    keys: ['I'],
    group: 'Look',
    title: 'Invert',
    run: ({ pane: { display } }) => (display.invert = !display.invert),
  },
  {
    keys: ['Shift+H'],
    group: 'Look',
    title: 'Show or hide the overlays of the file',
    run: ({ pane: { display } }) => (display.overlaysShown = !display.overlaysShown),
  },
  {
    keys: ['F'],
    group: 'Look',
    title: 'Fit to the viewport',
    run: ({ pane }) => pane.viewport?.fit(),
  },
  { keys: ['R'], group: 'Look', title: 'Reset window, zoom and pan', run: reset },
  ...Array.from({ length: 9 }, (_, index): Shortcut => ({
    keys: [String(index + 1)],
    group: 'Look',
    title: ['Next window of the file', 'Windows of the modality (2 to 9)'][index] ?? '',
    run: ({ pane, slice }) => pane.display.preset(slice, index + 1),
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

function nudge({ pane: { slice, display } }: Review, center: number, width: number): void {
  const from = slice && display.windowFor(slice);
  if (from) display.shift(from, center * from.width, width * from.width);
}

/** What keys do to the picture. */
export const lookShortcuts: readonly Shortcut[] = [...slicesAndView, ...windowKeys];
