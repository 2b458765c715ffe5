import type { Opened } from '../../preload/contract';
import type { Slice } from '../../preload/vocabulary';

/** What the reader process answers. */
export type ReaderCalls = {
  /** Reads headers of files and folders (recursively); parts are snapshots of what is found so far. */
  index: { argument: { paths: readonly string[] }; answer: Opened; part: Opened };
  /** Decodes one frame (from 1) of a file to modality values or colour. */
  slice: { argument: { path: string; frame: number }; answer: Slice; part: never };
};
