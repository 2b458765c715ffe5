import type { Shortcut } from './shortcut';
import { planeChoices } from './state/mpr/plane-choices';
import { showThreePlanes } from './state/mpr/three-planes';

/** What keys do to the plane of the active viewport. */
export const planeShortcuts: readonly Shortcut[] = [
  ...planeChoices.map(({ key, title, direction }): Shortcut => ({
    keys: [key],
    group: 'Viewports',
    title,
    run: (review) => void review.cut(direction),
  })),
  {
    keys: ['Alt+5'],
    group: 'Viewports',
    title: 'Three planes in four viewports',
    run: ({ panes, cuts, problems }) => void showThreePlanes(panes, cuts, problems),
  },
];
