import { stat } from 'node:fs/promises';
import type { Slice } from '../../preload/vocabulary';
import { readSlice } from '../dicom/index';
import { Shelf } from '../process/shelf';

const kept = { count: 64, weight: 128 * 2 ** 20 };

/** What a file is as long as nobody writes it: another file under the same name is another key. */
async function keyOf(path: string, frame: number): Promise<string> {
  // A file that cannot be looked at has no key; reading it says why in its own words.
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found ? [frame, found.ino, found.size, found.mtimeNs, path].join(' ') : '';
}

/**
 * Reads frames and keeps those decoded last, so that what is explained need not be decoded again after it was shown.
 * @param read decodes a frame of a file
 */
export function sliceShelf(read: typeof readSlice = readSlice): typeof readSlice {
  const decoded = new Shelf<Slice>(kept);
  return async (path, frame) => {
    const key = await keyOf(path, frame);
    const known = decoded.get(key);
    if (known) return known;
    const slice = await read(path, frame);
    if (key) decoded.put(key, slice, slice.pixels.byteLength);
    return slice;
  };
}
