import { indexPaths } from '../dicom/index';
import { parentPort } from '../process/parent-port';
import { serve } from '../process/serve';
import type { ReaderCalls } from './calls';
import { sliceShelf } from './slices';

const readSlice = sliceShelf();

/** The reader: parses and decodes files of unknown origin, in a process that may die of them. */
serve<ReaderCalls>(parentPort(), {
  index: ({ paths }, { signal, progress, part }) =>
    indexPaths(paths, { signal, onProgress: progress, onPart: part }),
  slice: ({ path, frame }) => readSlice(path, frame),
});
