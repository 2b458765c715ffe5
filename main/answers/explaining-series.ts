import { basename } from 'node:path';
import type { Argument } from '../../preload/contract';
import { valueOf } from '../../preload/text';
import type { SeriesPlace, SliceAnswer, SliceLeftOut, SliceTold } from '../../preload/vocabulary';
import type { EngineCalls } from '../engine/calls';
import { CancelledError } from '../process/errors';
import type { Answers } from './bind';
import type { Desk } from './desk';
import { readAhead } from './read-chunks';
import { seriesPlacesSchema } from './schemas/series';
import { shownSlice } from './shown-slice';

/** A chunk of slices goes to the engine at a time; a perturbation method may take minutes for one. */
const chunkTimeLimit = 30 * 60_000;
const mapTimeLimit = 60_000;
const classMapsTimeLimit = 120_000;

type Run = Omit<Argument<'explainSeries'>, 'places'> & {
  readonly desk: Desk;
  readonly places: readonly SeriesPlace[];
  readonly signal: AbortSignal;
};

const isLeftOut = (one: SliceTold): one is SliceLeftOut => 'reason' in one;
const isAnswer = (one: SliceTold): one is SliceAnswer => !isLeftOut(one);

/** Explains the slices of a chunk; what is told of them is taken as it comes. */
async function explainChunk(
  { desk, request, signal }: Run,
  asked: Pick<EngineCalls['explainSeries']['argument'], 'slices' | 'answeredBefore'>,
  take: (told: readonly SliceTold[]) => void,
  tell: (more: number, note: string) => void,
): Promise<void> {
  if (signal.aborted) throw new CancelledError();
  if (asked.slices.length === 0) return;
  await desk.engine.call(
    'explainSeries',
    { request, ...asked },
    {
      ...{ signal, timeLimit: chunkTimeLimit, onPart: take },
      onProgress: ({ done, note }) => tell(done, note),
    },
  );
}

/** Explains chunk by chunk and tells of all as it is made; answers how many slices were explained. */
async function runSeries(run: Run): Promise<number> {
  const { desk, requestId, places, signal } = run;
  const total = places.length;
  let [done, explained] = [0, 0];
  const announce = (answers: readonly SliceAnswer[], leftOut: readonly SliceLeftOut[]): void => {
    done += answers.length + leftOut.length;
    explained += answers.length;
    desk.announce('seriesPart', { requestId, part: { answers, leftOut, done, total } });
  };
  const take = (told: readonly SliceTold[]): void => announce(told.filter(isAnswer), told.filter(isLeftOut));
  try {
    for await (const { slices, leftOut } of readAhead(desk, places, signal)) {
      if (leftOut.length > 0) announce([], leftOut);
      const before = done;
      const tell = (more: number, note: string): void =>
        desk.announce('progress', { requestId, progress: { done: before + more, total, note } });
      await explainChunk(run, { slices, answeredBefore: explained > 0 }, take, tell);
    }
  } finally {
    // What was made before it was cancelled, or failed, was made.
    if (explained > 0) record(run, explained);
  }
  return explained;
}

function record({ desk, places, request }: Run, slices: number): void {
  const { modelId, method, layers, classIndex } = request;
  const details = { model: basename(modelId), method, layer: layers.join(' + '), class: classIndex, slices };
  desk.store.trail.record('explanation', places[0]?.sopInstanceUid ?? '', details);
}

/** Explaining all slices of a series, getting their maps one by one, and every class of a slice at once. */
export function explainingSeries(desk: Desk): Pick<Answers, 'explainSeries' | 'mapOf' | 'classMaps'> {
  return {
    explainSeries: ({ requestId, places: text, request }) =>
      desk.requests.run(requestId, async (signal) => {
        const places = seriesPlacesSchema.parse(valueOf(text));
        return { explained: await runSeries({ desk, requestId, places, request, signal }) };
      }),
    mapOf: (argument) => desk.engine.call('mapOf', argument, { timeLimit: mapTimeLimit }),
    classMaps: ({ requestId, path, of, question }) =>
      desk.requests.run(requestId, async (signal) => {
        const slice = await shownSlice(desk, path, of, signal);
        return desk.engine.call('classMaps', { question, slice }, { signal, timeLimit: classMapsTimeLimit });
      }),
  };
}
