import { basename } from 'node:path';
import type { Argument } from '../../preload/contract';
import { valueOf } from '../../preload/text';
import type { Progress, SeriesPlace, Slice, SliceLeftOut } from '../../preload/vocabulary';
import { CancelledError, messageOf, PersonError } from '../process/errors';
import type { Answers } from './bind';
import type { Desk } from './desk';
import { seriesPlacesSchema } from './schemas/series';
import { shownSlice } from './shown-slice';

/** A chunk of slices goes to the engine at a time; a perturbation method may take minutes for one. */
const chunkTimeLimit = 30 * 60_000;
/** Pixels of the slices of a chunk, and how many they may be at most. */
const chunkPixels = 16 * 512 * 512;
const chunkLength = 16;
const mapTimeLimit = 60_000;
const classMapsTimeLimit = 120_000;

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

/** Slices of a chunk, and those that could not be read, each with the reason. */
interface ReadChunk {
  readonly slices: readonly Slice[];
  readonly leftOut: readonly SliceLeftOut[];
}

async function readChunk(
  desk: Desk,
  places: readonly SeriesPlace[],
  signal: AbortSignal,
): Promise<ReadChunk> {
  const read = places.map(async (place): Promise<Slice | SliceLeftOut> => {
    try {
      return await shownSlice(desk, place.path, place, signal);
    } catch (thrown) {
      if (!(thrown instanceof PersonError)) throw thrown;
      const { sopInstanceUid, frame } = place;
      return { sopInstanceUid, frame, reason: messageOf(thrown) };
    }
  });
  const all = await Promise.all(read);
  return {
    slices: all.filter((one): one is Slice => 'pixels' in one),
    leftOut: all.filter((one): one is SliceLeftOut => 'reason' in one),
  };
}

/** The chunks as they are read; the next is read while whoever asked works on this one. */
async function* readAhead(
  desk: Desk,
  chunks: readonly (readonly SeriesPlace[])[],
  signal: AbortSignal,
): AsyncGenerator<ReadChunk> {
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

type Run = Argument<'explainSeries'> & { readonly signal: AbortSignal };

/** Explains chunk by chunk, and tells of each when it is done; answers how many slices were explained. */
async function runSeries(desk: Desk, { requestId, places, request, signal }: Run): Promise<number> {
  const all = seriesPlacesSchema.parse(valueOf(places));
  let [done, explained] = [0, 0];
  for await (const { slices, leftOut } of readAhead(desk, chunksOf(all), signal)) {
    if (signal.aborted) throw new CancelledError();
    const tell = (more: number, note: string): void =>
      desk.announce('progress', { requestId, progress: { done: done + more, total: all.length, note } });
    const options = {
      signal,
      timeLimit: chunkTimeLimit,
      onProgress: (progress: Progress) =>
        tell(progress.total === slices.length ? progress.done : 0, progress.note),
    };
    const answers =
      slices.length > 0 ? await desk.engine.call('explainSeries', { request, slices }, options) : [];
    done += slices.length + leftOut.length;
    explained += answers.length;
    desk.announce('seriesPart', { requestId, part: { answers, leftOut, done, total: all.length } });
  }
  const { modelId, method, layers, classIndex } = request;
  const details = {
    model: basename(modelId),
    method,
    layer: layers.join(' + '),
    class: classIndex,
    slices: explained,
  };
  desk.store.trail.record('explanation', all[0]?.sopInstanceUid ?? '', details);
  return explained;
}

/** Explaining all slices of a series, getting their maps one by one, and every class of a slice at once. */
export function explainingSeries(desk: Desk): Pick<Answers, 'explainSeries' | 'mapOf' | 'classMaps'> {
  return {
    explainSeries: (argument) =>
      desk.requests.run(argument.requestId, async (signal) => ({
        explained: await runSeries(desk, { ...argument, signal }),
      })),
    mapOf: (argument) => desk.engine.call('mapOf', argument, { timeLimit: mapTimeLimit }),
    classMaps: ({ requestId, path, of, question }) =>
      desk.requests.run(requestId, async (signal) => {
        const slice = await shownSlice(desk, path, of, signal);
        return desk.engine.call('classMaps', { question, slice }, { signal, timeLimit: classMapsTimeLimit });
      }),
  };
}
