import type { Series, Study } from '../preload/vocabulary';

const kind = 'application/x-sightline-series';

/** Takes a series up, to be dropped on a viewport. */
export function startDrag(transfer: DataTransfer | null, { seriesInstanceUid }: Series): void {
  transfer?.setData(kind, seriesInstanceUid);
}

/** True while what is dragged is a series of the list. */
export const isSeriesDrag = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes(kind) ?? false;

/** The series that was dropped, among those that are open. */
export function draggedSeries(
  transfer: DataTransfer | null,
  studies: readonly Study[],
): { study: Study; series: Series } | null {
  const uid = transfer?.getData(kind);
  for (const study of studies) {
    const series = study.series.find(({ seriesInstanceUid }) => seriesInstanceUid === uid);
    if (series) return { study, series };
  }
  return null;
}
