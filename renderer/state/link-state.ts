import { nearestIndex, type Relation, relationOf, stepOf } from './linking';
import type { Pane } from './pane.svelte';
import { windowStep } from './window-linking';

/** Whether a pane is in step with the active one, and in words why or why not. */
export interface LinkState {
  readonly linked: boolean;
  readonly text: string;
}

/** How a pane is linked; null where there is nothing to be linked. */
export function linkStateOf(
  pane: Pane,
  { active, list, link }: { readonly active: Pane; readonly list: readonly Pane[]; readonly link: boolean },
): LinkState | null {
  if (list.length < 2 || !pane.place || !active.place) return null;
  if (!link) return { linked: false, text: 'Linking is off' };
  if (pane === active) return leading(pane, list);
  const relation = relationOf(active.place, pane.place);
  if (relation.kind === 'apart') return { linked: false, text: `Not in step: ${relation.why}` };
  const window = windowText(active, pane);
  if (relation.kind === 'crossing')
    return {
      linked: false,
      text: `Only the size is in step, as its slices lie in another orientation; ${window}`,
    };
  if (relation.kind === 'same')
    return {
      linked: true,
      text: `The same image as in the active viewport: pan and zoom are in step; ${window}`,
    };
  const reached = nearestIndex(active.place, stepOf(active.frames), pane.frames, pane.index) !== null;
  return reached
    ? { linked: true, text: `Scroll, pan and zoom are in step with the active viewport; ${window}` }
    : { linked: false, text: `Not in step: this series does not reach the active viewport’s position` };
}

const inStep = new Set<Relation['kind']>(['same', 'parallel']);

function leading(pane: Pane, list: readonly Pane[]): LinkState {
  const { place } = pane;
  const following = list.filter(
    (other) => other !== pane && place && other.place && inStep.has(relationOf(place, other.place).kind),
  );
  if (following.length === 0) return { linked: false, text: 'No other viewport is in step with this one' };
  const which = following.length === 1 ? 'Another viewport goes' : `${following.length} other viewports go`;
  return { linked: true, text: `${which} in step with this one` };
}

function windowText(active: Pane, { series, slice }: Pane): string {
  if (!active.series || !active.slice || !series || !slice) return 'the window follows';
  const step = windowStep({ series: active.series, slice: active.slice }, { series, slice });
  if (step === 'same') return 'the window too';
  if (step === 'relative') return 'the window in proportion, as its values have no unit';
  return `not the window: ${step.why}`;
}
