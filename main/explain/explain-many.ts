import type { Explanation, Question } from '../../preload/vocabulary';
import { joined, joinedIn } from '../model/stacked';
import type { ReachedWithGradient } from '../model/port';
import { explain, type Setting } from './explain';
import { eachOf } from '../model/each-of';
import { PersonError } from '../process/errors';
import { GivenPass } from './given-pass';
import { methodNamed } from './index';
import type { Source } from './source';
import { checkClasses, targetOf, weightsOf } from './target';

/** A series can be compared only where all its maps are of one class. */
export type SeriesQuestion = Question & { readonly classIndex: number };

/** A source's place among those that were given, and what was made of it. */
export interface Answered {
  readonly index: number;
  readonly explanation: Explanation;
}

/** The place of a source that was refused, and why, in one sentence. */
export interface Refused {
  readonly index: number;
  readonly problem: string;
}

export type OneOfMany = Answered | Refused;

export type SeriesSetting = Omit<Setting, 'source'> & {
  readonly sources: readonly Source[];
  /** Whether the question was answered for other sources before: then a refusal can only be of the source. */
  readonly answeredBefore?: boolean | undefined;
};

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

/** What the work makes, or the PersonError that refuses it; all else that is thrown ends the run. */
async function unlessRefused<Made>(work: () => Made | Promise<Made>): Promise<Made | PersonError> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof PersonError) return thrown;
    throw thrown;
  }
}

/** What became of a source. */
interface Tried {
  readonly index: number;
  readonly made: Explanation | PersonError;
}

/** Tries the sources in order; the turn is told before each batch, and before each source that runs alone. */
async function* tryEach(
  setting: SeriesSetting,
  question: SeriesQuestion,
  newId: () => string,
): AsyncGenerator<Tried> {
  const { model, sources, turn } = setting;
  const { needs } = methodNamed(question.method);
  const batched = needs === 'layer-gradient' && !model.problems[needs];
  const size = batched ? Math.min(model.batch, sources.length) : 1;
  // One array for all batches: nothing keeps an input beyond its explanation, and making them costs.
  const room = new Float32Array(batched ? size * (sources[0]?.input.length ?? 0) : 0);
  for (let first = 0; first < sources.length; first += size) {
    await turn(first, sources.length);
    const some = sources.slice(first, first + size);
    const run = () => (batched ? passesOf({ ...setting, sources: some }, question, room) : []);
    // One bad input refuses the pass of all: each runs by itself then, and is refused by itself.
    const together = await unlessRefused(run);
    const passes = together instanceof PersonError ? [] : together;
    for (const [i, source] of some.entries()) {
      const [own, ...more] = passes[i] ?? [];
      const given = own ? new GivenPass([own, ...more]) : setting.passes;
      const inner = () => turn(first + i, sources.length);
      if (i > 0 && !own) await inner();
      const alone = { model, source, passes: given, turn: inner };
      yield { index: first + i, made: await unlessRefused(() => explain(alone, question, newId())) };
    }
  }
}

const told = ({ index, made }: Tried): OneOfMany =>
  made instanceof PersonError ? { index, problem: made.message } : { index, explanation: made };

/**
 * Answers one question about many sources, in order, as soon as each answer is there; the same numbers as explain() of
 * each but for rounding. Methods on a layer's gradient run model.batch inputs at a time, others one after the other.
 * The turn is told of how many sources are done.
 *
 * A source that explain() refuses with a PersonError is told with its sentence, and the others go on. Whether the
 * question is at fault (an unknown layer or parameter, no gradient above the layer) or the source cannot be seen from
 * the error, but a question at fault is answered for no source. So refusals are held back until the first answer, and
 * where there is none, and was none before, the first of them is thrown.
 * @throws as explain() does: PersonError as said and at once on an unknown class; all that is no PersonError at once
 */
export async function* explainMany(
  setting: SeriesSetting,
  question: SeriesQuestion,
  newId: () => string,
): AsyncGenerator<OneOfMany> {
  checkClasses(setting.model, question);
  let answered = setting.answeredBefore === true;
  const held: Tried[] = [];
  for await (const one of tryEach(setting, question, newId)) {
    held.push(one);
    answered ||= !(one.made instanceof PersonError);
    if (answered) yield* held.splice(0).map(told);
  }
  if (held[0]?.made instanceof PersonError) throw held[0].made;
}
