import type { Shortcut } from './shortcut';

/** What keys do to the viewports. */
export const paneShortcuts: readonly Shortcut[] = [
  { keys: ['Ctrl+1'], group: 'Viewports', title: 'One viewport', run: ({ panes }) => panes.lay('1×1') },
  { keys: ['Ctrl+2'], group: 'Viewports', title: 'Two side by side', run: ({ panes }) => panes.lay('1×2') },
  { keys: ['Ctrl+4'], group: 'Viewports', title: 'Four', run: ({ panes }) => panes.lay('2×2') },
  {
    keys: ['Ctrl+ArrowRight'],
    group: 'Viewports',
    title: 'Next viewport (Tab too)',
    run: ({ panes }) => panes.step(1),
  },
  {
    keys: ['Ctrl+ArrowLeft'],
    group: 'Viewports',
    title: 'The one before',
    run: ({ panes }) => panes.step(-1),
  },
  {
    keys: ['Ctrl+Enter'],
    group: 'Viewports',
    title: 'The active one alone, and back (double click too)',
    run: ({ panes }) => panes.maximise(),
  },
  {
    keys: ['Ctrl+L'],
    group: 'Viewports',
    title: 'Scroll, pan, zoom and window in step, or not',
    run: ({ panes }) => (panes.link = !panes.link),
  },
  {
    keys: ['Ctrl+I'],
    group: 'Viewports',
    title: 'Reference lines on or off',
    run: ({ panes }) => (panes.referenceLines = !panes.referenceLines),
  },
];
