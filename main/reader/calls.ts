import type { Opened } from '../../preload/contract';
import type { ImportedObject, Instance, Slice } from '../../preload/vocabulary';

/** One frame (from 1) of a file; `ahead` where nobody looks at it yet, so that it may wait. */
export interface SliceWish {
  readonly path: string;
  readonly frame: number;
  readonly ahead?: boolean | undefined;
}

/** What the reader process answers. */
export type ReaderCalls = {
  /** Reads headers of files and folders (recursively); parts are what was found since the last part. */
  index: { argument: { paths: readonly string[] }; answer: Opened; part: Opened };
  /** Decodes one frame of a file to modality values or colour. */
  slice: { argument: SliceWish; answer: Slice; part: never };
  /** Reads a segmentation, structure set, report or parametric map as regions and maps on frames of the images. */
  object: {
    argument: { path: string; instances: readonly Instance[] };
    answer: ImportedObject;
    part: never;
  };
};
