import type { Study } from '../../preload/vocabulary';
import { Pane } from './pane.svelte';
import type { Problems } from './problems.svelte';
import type { SliceSource } from './slices.svelte';

/** Columns × rows of panes. */
export type Layout = '1×1' | '1×2' | '2×2';

const paneCount: Readonly<Record<Layout, number>> = { '1×1': 1, '1×2': 2, '2×2': 4 };

/** The viewports side by side; one of them is active: keys, lists and reports speak of it. */
export class Panes {
  /** All there can be; those beyond the layout keep what they showed. */
  readonly all: readonly Pane[];
  layout = $state<Layout>('1×1');
  activeId = $state(0);
  /** Those on screen, row by row. */
  readonly list = $derived.by<readonly Pane[]>(() => this.all.slice(0, paneCount[this.layout]));
  readonly active = $derived.by<Pane>(() => this.all[this.activeId]!);

  /** The study that is looked at: the active pane's. */
  get study(): Study | null {
    return this.active.study;
  }

  constructor(problems: Problems, source: SliceSource) {
    this.all = [0, 1, 2, 3].map((id) => new Pane(id, problems, source));
  }

  activate(pane: Pane): void {
    this.activeId = pane.id;
  }

  /** More was read of the studies: every pane takes its series as it is known now; an active one without a series gets one. */
  renew(studies: readonly Study[]): void {
    for (const pane of this.all) {
      const study = studies.find(({ studyInstanceUid }) => studyInstanceUid === pane.study?.studyInstanceUid);
      const series = study?.series.find(
        ({ seriesInstanceUid }) => seriesInstanceUid === pane.series?.seriesInstanceUid,
      );
      if (study && series) pane.renew(study, series);
    }
    if (!this.active.series) this.showAny(studies);
  }

  /** Shows the first series there is of some studies in the active pane. */
  showAny(studies: readonly Study[]): void {
    const study = studies.find(({ series }) => series.length > 0);
    if (study) this.active.select(study, study.series[0]!);
  }
}
