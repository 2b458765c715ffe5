import type { CutDirection } from '../../picture/mpr/cut';
import { framesOf } from '../frames';
import type { Pane } from '../pane.svelte';
import type { Panes } from '../panes.svelte';
import type { Problems } from '../problems.svelte';
import type { Cuts } from './cuts.svelte';

const directions: readonly CutDirection[] = ['axial', 'coronal', 'sagittal'];

/**
 * The series of the active pane in four panes: as it was acquired, at the slice that is looked at, and cut through it
 * along each plane of the patient.
 */
export async function showThreePlanes(panes: Panes, cuts: Cuts, problems: Problems): Promise<void> {
  const { study, series } = panes.active;
  if (!study || !series) return;
  const refusal = cuts.refusalOf(series);
  if (refusal) return problems.tell(refusal);
  const source = cuts.acquired(series);
  const index = series === source ? panes.active.index : Math.floor(framesOf(source).length / 2);
  panes.lay('2×2');
  const [first, ...others] = panes.list;
  const put = (pane: Pane): void => {
    panes.show(pane, study, source);
    pane.goTo(index);
  };
  put(first!);
  for (const [at, direction] of directions.entries()) {
    put(others[at]!);
    await cuts.show(others[at]!, direction, panes.all);
  }
  panes.activate(first!);
}
