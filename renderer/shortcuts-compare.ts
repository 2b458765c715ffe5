import type { Shortcut } from './shortcut';
import { putBeside } from './views/compare/start';

/** What keys do to maps side by side; Escape ends it. */
export const compareShortcuts: readonly Shortcut[] = [
  {
    keys: ['Shift+C'],
    group: 'Explain',
    title: 'One more map beside, to ask otherwise (Esc ends it)',
    run: putBeside,
  },
];
