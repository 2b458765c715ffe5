import type { Slice } from '../../preload/vocabulary';
import { sopInstanceUidOf } from './describe';
import { FileFault, naming } from './faults';
import { readHeader } from './header';
import { noImage } from './no-image';
import { readPixels } from './pixels/slice';
import { isPicture, readPicture } from './pictures/index';
import type { Source } from './source';
import { withFile } from './source';

/**
 * Decodes one frame of a file: modality values for grey, RGB for colour.
 * @param frame from 1
 * @throws PersonError with one sentence that names the file, where it cannot be read
 */
export function readSlice(path: string, frame: number): Promise<Slice> {
  return naming(path, () => withFile(path, (source) => sliceOf(source, path, frame)));
}

async function sliceOf(source: Source, path: string, frame: number): Promise<Slice> {
  if (isPicture(await source.read(0, 16))) return readPicture(source, frame);
  const header = await readHeader(source);
  if (!header.pixelGroup) throw new FileFault(noImage(header.dataSet));
  const pixels = await readPixels(header, frame);
  return { sopInstanceUid: sopInstanceUidOf(header.dataSet, path), frame, ...pixels };
}
