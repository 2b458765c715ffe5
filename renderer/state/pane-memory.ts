import type { Series, Study, Window } from '../../preload/vocabulary';
import type { CutDirection } from '../picture/mpr/cut';
import type { Cuts } from './mpr/cuts.svelte';
import type { Pane } from './pane.svelte';

/** What a pane showed, and how. */
export interface PaneMemory {
  readonly studyUid: string;
  /** Of the series as it was acquired; '' where the pane was empty. */
  readonly seriesUid: string;
  readonly direction: CutDirection | null;
  readonly index: number;
  readonly window: Window | null;
  readonly invert: boolean;
}

/** Remembers what a pane shows. Not the objects: more may have been read of a study by the time they are wanted again. */
export function remembered({ study, series, index, display }: Pane, cuts: Cuts): PaneMemory {
  return {
    studyUid: study?.studyInstanceUid ?? '',
    seriesUid: series ? cuts.acquired(series).seriesInstanceUid : '',
    direction: cuts.directionOf(series),
    ...{ index, window: display.chosen, invert: display.invert },
  };
}

function find(memory: PaneMemory, studies: readonly Study[]): { study: Study; series: Series } | null {
  const study = studies.find(({ studyInstanceUid }) => studyInstanceUid === memory.studyUid);
  const series = study?.series.find(({ seriesInstanceUid }) => seriesInstanceUid === memory.seriesUid);
  return study && series ? { study, series } : null;
}

/**
 * Shows in a pane what it showed before, or nothing where that is no longer open. A cut is made anew.
 * @param panes all there are
 */
export async function recall(
  pane: Pane,
  memory: PaneMemory,
  studies: readonly Study[],
  cuts: Cuts,
  panes: readonly Pane[],
): Promise<void> {
  const found = find(memory, studies);
  if (!found) return pane.clear();
  pane.select(found.study, found.series);
  pane.goTo(memory.index);
  pane.display.chosen = memory.window;
  pane.display.invert = memory.invert;
  if (!memory.direction) return;
  await cuts.show(pane, memory.direction, panes);
  pane.goTo(memory.index);
}
