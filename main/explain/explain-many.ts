import type { Explanation, Question } from '../../preload/vocabulary';
import { joined, joinedIn } from '../model/stacked';
import type { ReachedWithGradient } from '../model/port';
import { explain, type Setting } from './explain';
import { eachOf } from '../model/each-of';
import { GivenPass } from './given-pass';
import { methodNamed } from './index';
import type { Source } from './source';
import { checkClasses, targetOf, weightsOf } from './target';

/** A series can be compared only where all its maps are of one class. */
export type SeriesQuestion = Question & { readonly classIndex: number };

/** A source's place among those that were given, and what was made of it. */
export interface OneOfMany {
  readonly index: number;
  readonly explanation: Explanation;
}

export type SeriesSetting = Omit<Setting, 'source'> & { readonly sources: readonly Source[] };

/** Passes of several sources at once, one list of layers' passes a source; the inputs are put into the room. */
function passesOf(
  { model, sources }: SeriesSetting,
  question: SeriesQuestion,
  room: Float32Array,
): readonly (readonly ReachedWithGradient[])[] {
  const layers = question.layers.length > 0 ? question.layers : [model.targetLayer];
  const weights = weightsOf(model, targetOf(model, question, new Float32Array(0)));
  const inputs = joinedIn(
    room,
    sources.map(({ input }) => input),
  );
  const rows = joined(sources.map(() => weights));
  const byLayer = layers.map((layer) => eachOf(model.reachWithGradient(inputs, layer, rows)));
  return sources.map((_, i) => byLayer.map((passes) => passes[i]!));
}

/**
 * Answers one question about many sources, in order, as soon as each answer is there; the same numbers as explain() of
 * each but for rounding. Methods on a layer's gradient run model.batch inputs at a time, others one after the other. The turn is told
 * of how many sources are done; throws as explain() does.
 */
export async function* explainMany(
  setting: SeriesSetting,
  question: SeriesQuestion,
  newId: () => string,
): AsyncGenerator<OneOfMany> {
  const { model, sources, turn } = setting;
  checkClasses(model, question);
  const { needs } = methodNamed(question.method);
  const batched = needs === 'layer-gradient' && !model.problems[needs];
  const size = batched ? Math.min(model.batch, sources.length) : 1;
  // One array for all batches: nothing keeps an input beyond its explanation, and making them costs.
  const room = new Float32Array(batched ? size * (sources[0]?.input.length ?? 0) : 0);
  for (let first = 0; first < sources.length; first += size) {
    await turn(first, sources.length);
    const some = sources.slice(first, first + size);
    const passes = batched ? passesOf({ ...setting, sources: some }, question, room) : [];
    for (const [i, source] of some.entries()) {
      const [own, ...more] = passes[i] ?? [];
      const given = own ? new GivenPass([own, ...more]) : setting.passes;
      const inner = () => turn(first + i, sources.length);
      const explanation = await explain({ model, source, passes: given, turn: inner }, question, newId());
      yield { index: first + i, explanation };
    }
  }
}
