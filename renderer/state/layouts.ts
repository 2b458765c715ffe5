import type { Series, Study } from '../../preload/vocabulary';

/** Rows × columns of panes. */
export type Layout = '1×1' | '1×2' | '2×2';

export const paneCounts: Readonly<Record<Layout, number>> = { '1×1': 1, '1×2': 2, '2×2': 4 };

/** The series of a study that no pane shows yet, in the study's own order: what empty panes are given. */
export function seriesToFill(study: Study, panes: readonly { readonly series: Series | null }[]): Series[] {
  const shown = new Set(panes.map(({ series }) => series?.seriesInstanceUid));
  return study.series.filter(({ seriesInstanceUid }) => !shown.has(seriesInstanceUid));
}
