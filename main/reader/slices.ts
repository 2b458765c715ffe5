import { basename } from 'node:path';
import type { Slice } from '../../preload/vocabulary';
import { fingerprint } from '../dicom/index';
import { PersonError } from '../process/errors';
import { Shelf } from '../process/shelf';
import type { SliceWish } from './calls';
import { type Hand, HandLost } from './pool/hand';
import { Pool } from './pool/pool';

/** Those shown last are asked for again by whoever explains them; the window has a larger cache of its own. */
const kept = { count: 64, weight: 32 * 2 ** 20 };
/** The largest frame that the limits let through takes half of this in JPEG 2000. */
const timeLimit = 60_000;
const patience = 2_000;

/** Reads one frame of a file; the signal says that nobody waits for it any more. */
export type ReadSlice = (wish: SliceWish, signal: AbortSignal) => Promise<Slice>;

/** Marks the key of a file that cannot be looked at; reading it says why in its own words. */
const unseen = '?';

/** What a file is as long as nobody writes it: another file under the same name is another key. */
async function keyOf({ path, frame }: SliceWish): Promise<string> {
  return [(await fingerprint(path)) ?? unseen, frame, path].join(' ');
}

/**
 * Reads frames on several hands at a time, and keeps those decoded last, so that what is explained need not be
 * decoded again after it was shown.
 * @param size how many hands
 */
export function sliceReader(size: number, hire: () => Hand<SliceWish, Slice>): ReadSlice {
  const decoded = new Shelf<Slice>(kept);
  const onResult = (key: string, slice: Slice): void => {
    if (!key.startsWith(unseen)) decoded.put(key, slice, slice.pixels.byteLength);
  };
  const pool = new Pool<SliceWish, Slice>({ size, hire, timeLimit, patience, onResult });
  pool.warm();
  return async (wish, signal) => {
    const key = await keyOf(wish);
    const known = decoded.get(key);
    if (known) return known;
    return pool.run(key, wish, wish.ahead ? 'ahead' : 'now', signal).catch((thrown: unknown) => {
      throw thrown instanceof HandLost ? lostOver(wish, thrown) : thrown;
    });
  };
}

function lostOver({ path }: SliceWish, { message }: HandLost): PersonError {
  return new PersonError(
    `${basename(path)} could not be decoded: its decoder ${message}; the file may be damaged, ask for a new copy.`,
  );
}
