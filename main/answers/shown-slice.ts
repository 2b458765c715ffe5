import { basename } from 'node:path';
import type { Slice, SliceReference } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import type { SliceWish } from '../reader/calls';
import type { Desk } from './desk';
import { sliceTimeLimit } from './slices';

/** The slice that is on screen, or `ahead` of it: a file that was replaced meanwhile is no longer it. */
export async function shownSlice(
  { reader }: Desk,
  path: string,
  { sopInstanceUid, frame, ahead }: SliceReference & Pick<SliceWish, 'ahead'>,
  signal: AbortSignal,
): Promise<Slice> {
  const slice = await reader.call('slice', { path, frame, ahead }, { signal, timeLimit: sliceTimeLimit });
  if (slice.sopInstanceUid === sopInstanceUid) return slice;
  throw new PersonError(`${basename(path)} holds another image than the one shown; open it again.`);
}
