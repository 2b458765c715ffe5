import type { Instance, Series, Study, StudyObject } from '../../preload/vocabulary';

interface Place {
  readonly study: Omit<Study, 'series' | 'objects'>;
  readonly series: Omit<Series, 'instances'>;
}

/** A file with an image; object where it can also be read onto other images, as a parametric map can. */
export interface ImageRecord extends Place {
  readonly instance: Instance;
  readonly object?: StudyObject;
}

/** A file that says something about images and is none. */
export interface ObjectRecord extends Place {
  readonly instance?: undefined;
  readonly object: StudyObject;
}

/** One readable file: what it holds, and the series and study it says it belongs to. */
export type FileRecord = ImageRecord | ObjectRecord;
