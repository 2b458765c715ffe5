import type { SeriesPlace, Slice, SliceLeftOut } from '../../preload/vocabulary';
import { CallFailed } from '../process/caller';
import { messageOf, PersonError } from '../process/errors';
import type { Desk } from './desk';
import { shownSlice } from './shown-slice';

/** Pixels of the slices of a chunk, and how many they may be at most. */
const chunkPixels = 16 * 512 * 512;
const chunkLength = 16;

/** Slices of a chunk, and those that could not be read, each with the reason. */
export interface ReadChunk {
  readonly slices: readonly Slice[];
  readonly leftOut: readonly SliceLeftOut[];
}

/** Places in chunks whose slices fit the memory. */
export function chunksOf(places: readonly SeriesPlace[]): SeriesPlace[][] {
  const chunks: SeriesPlace[][] = [];
  let pixels = Infinity;
  for (const place of places) {
    const own = place.rows * place.columns;
    if (pixels + own > chunkPixels || chunks.at(-1)!.length >= chunkLength) {
      chunks.push([]);
      pixels = 0;
    }
    chunks.at(-1)!.push(place);
    pixels += own;
  }
  return chunks;
}

/** Whether it says something of this slice alone; that nobody waits any more ends the whole run. */
const isOfSlice = (thrown: unknown): boolean =>
  thrown instanceof PersonError || (thrown instanceof CallFailed && thrown.problem.kind !== 'cancelled');

async function readPlace(
  desk: Desk,
  { path, sopInstanceUid, frame }: SeriesPlace,
  signal: AbortSignal,
): Promise<Slice | SliceLeftOut> {
  try {
    return await shownSlice(desk, path, { sopInstanceUid, frame, ahead: true }, signal);
  } catch (thrown) {
    if (!isOfSlice(thrown)) throw thrown;
    return { sopInstanceUid, frame, reason: messageOf(thrown) };
  }
}

async function readChunk(
  desk: Desk,
  places: readonly SeriesPlace[],
  signal: AbortSignal,
): Promise<ReadChunk> {
  const all = await Promise.all(places.map((place) => readPlace(desk, place, signal)));
  return {
    slices: all.filter((one): one is Slice => 'pixels' in one),
    leftOut: all.filter((one): one is SliceLeftOut => 'reason' in one),
  };
}

/** The chunks of places as they are read; the next is read while whoever asked works on this one. */
export async function* readAhead(
  desk: Desk,
  places: readonly SeriesPlace[],
  signal: AbortSignal,
): AsyncGenerator<ReadChunk> {
  const chunks = chunksOf(places);
  const begin = (index: number): Promise<ReadChunk> | null => {
    const chunk = chunks[index];
    const reading = chunk ? readChunk(desk, chunk, signal) : null;
    // Its failure is met when its turn comes, or by nobody where the run has ended before.
    reading?.catch(() => undefined);
    return reading;
  };
  let reading = begin(0);
  for (let index = 0; reading; index++) {
    const chunk = await reading;
    reading = begin(index + 1);
    yield chunk;
  }
}
