import type { CutDirection } from '../../picture/mpr/cut';
import type { Panes } from '../panes.svelte';
import type { Problems } from '../problems.svelte';
import type { Cuts } from './cuts.svelte';

const directions: readonly CutDirection[] = ['axial', 'coronal', 'sagittal'];

/** The series of the active pane in four panes: as it was acquired, and cut along each plane of the patient. */
export async function showThreePlanes(panes: Panes, cuts: Cuts, problems: Problems): Promise<void> {
  const { study, series } = panes.active;
  if (!study || !series) return;
  const refusal = cuts.refusalOf(series);
  if (refusal) return problems.tell(refusal);
  const source = cuts.acquired(series);
  panes.lay('2×2');
  const [first, ...others] = panes.list;
  panes.show(first!, study, source);
  for (const [at, direction] of directions.entries()) {
    panes.show(others[at]!, study, source);
    await cuts.show(others[at]!, direction, panes.all);
  }
  panes.activate(first!);
}
