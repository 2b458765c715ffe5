import { indexPaths, readSlice } from '../dicom/index';
import { parentPort } from '../process/parent-port';
import { serve } from '../process/serve';
import { Shelf } from '../process/shelf';
import type { Slice } from '../../preload/vocabulary';
import type { ReaderCalls } from './calls';

/** The frames that were decoded last, so that what is explained is the very picture that was shown. */
const decoded = new Shelf<Slice>({ count: 64, weight: 128 * 2 ** 20 });

async function sliceOf(path: string, frame: number): Promise<Slice> {
  const key = `${frame} ${path}`;
  const kept = decoded.get(key);
  if (kept) return kept;
  const slice = await readSlice(path, frame);
  decoded.put(key, slice, slice.pixels.byteLength);
  return slice;
}

/** The reader: parses and decodes files of unknown origin, in a process that may die of them. */
serve<ReaderCalls>(parentPort(), {
  index: ({ paths }, { signal, progress, part }) =>
    indexPaths(paths, { signal, onProgress: progress, onPart: part }),
  slice: ({ path, frame }) => sliceOf(path, frame),
});
