import type { Instance, Series, Study } from '../../preload/vocabulary';

/** One readable file: its instance, and the series and study it says it belongs to. */
export interface FileRecord {
  readonly study: Omit<Study, 'series' | 'objects'>;
  readonly series: Omit<Series, 'instances'>;
  readonly instance: Instance;
}
