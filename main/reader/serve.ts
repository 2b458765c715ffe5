import { indexPaths, readObject } from '../dicom/index';
import type { Port } from '../process/protocol';
import { serve } from '../process/serve';
import type { ReaderCalls } from './calls';
import type { ReadSlice } from './slices';
import { Turn } from './turn';

/** Answers the calls of the reader through a port: folders itself, frames by whatever decodes them. */
export function serveReader(port: Port, readSlice: ReadSlice): void {
  const turn = new Turn();
  serve<ReaderCalls>(port, {
    index: ({ paths }, { signal, progress, part }) =>
      indexPaths(paths, { signal, onProgress: progress, onPart: part, giveWay: () => turn.after() }),
    slice: (wish, { signal }) => {
      const slice = readSlice(wish, signal);
      return wish.ahead ? slice : turn.first(slice);
    },
    object: ({ path, instances }, { signal }) => readObject(path, instances, signal),
  });
}
