import { indexPaths, readObject } from '../dicom/index';
import type { Port } from '../process/protocol';
import { serve } from '../process/serve';
import type { ReaderCalls } from './calls';
import type { ReadSlice } from './slices';

/** Answers the calls of the reader through a port: folders itself, frames by whatever decodes them. */
export function serveReader(port: Port, readSlice: ReadSlice): void {
  serve<ReaderCalls>(port, {
    index: ({ paths }, { signal, progress, part }) =>
      indexPaths(paths, { signal, onProgress: progress, onPart: part }),
    slice: (wish, { signal }) => readSlice(wish, signal),
    object: ({ path, instances }, { signal }) => readObject(path, instances, signal),
  });
}
