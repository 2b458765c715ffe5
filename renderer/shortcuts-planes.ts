import type { Shortcut } from './shortcut';
import { planeChoices } from './state/mpr/plane-choices';

/** What keys do to the plane of the active viewport. */
export const planeShortcuts: readonly Shortcut[] = planeChoices.map(({ key, title, direction }) => ({
  keys: [key],
  group: 'Viewports',
  title,
  run: (review) => void review.cut(direction),
}));
