import type { Series } from '../../preload/vocabulary';

/** The SOP instance UIDs of a series; none of no series. */
export const instancesOf = (series: Series | null): ReadonlySet<string> =>
  new Set(series?.instances.map(({ sopInstanceUid }) => sopInstanceUid));
