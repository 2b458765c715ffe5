import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Explanation, ExplainRequest, Question, SliceAnswer, SliceTold } from '../../preload/vocabulary';
import { auditMap } from '../audit/index';
import { agreementOf } from '../explain/agreement/agreement';
import { named } from '../explain/agreement/named';
import { classMaps } from '../explain/class-maps';
import { explain } from '../explain/explain';
import type { Turn } from '../explain/model-probe';
import { Passes } from '../explain/passes';
import { sourceOfInput, sourceOfSlice } from '../explain/source';
import type { Model } from '../model/port';
import { CancelledError, PersonError } from '../process/errors';
import type { CallContext, Handlers } from '../process/protocol';
import type { EngineCalls } from './calls';
import { explainSlices } from './explain-slices';
import { Kept } from './kept';
import { Models } from './models';
import { loadedOf, methodSummaries, summaryOf } from './summary';

type Context = Pick<CallContext<never>, 'signal' | 'progress'>;

/** The calls of the engine process, and what the command line alone asks. */
export type Engine = Handlers<EngineCalls> & {
  /** Explains a ready model input, float32 rows × columns × channels, without preparation. */
  explainInput(
    modelId: string,
    input: Float32Array,
    question: Question,
    context: Context,
  ): Promise<Explanation>;
};

/** Lets messages in (a cancel among them) between two steps. */
async function step({ signal, progress }: Context, done: number, total: number, note: string): Promise<void> {
  progress({ done, total, note });
  await nextTurn();
  if (signal.aborted) throw new CancelledError();
}

/** Between the batches of a long method. */
const turnOf =
  (context: Context): Turn =>
  (done, total) =>
    step(context, done, total, 'Running the model');

/** The engine's handlers: the same for the utility process and for the command line. */
export function createEngine(): Engine {
  const models = new Models();
  const kept = new Kept();
  const passes = new Passes();

  async function withModel<Result>(
    id: string,
    context: Context,
    work: (model: Model) => Result | Promise<Result>,
  ): Promise<Result> {
    await step(context, 0, 3, 'Loading the model');
    return models.with(id, work);
  }

  const explainSlice = (request: ExplainRequest, context: Context): Promise<Explanation> =>
    withModel(request.modelId, context, async (model) => {
      await step(context, 1, 3, 'Preparing the slice');
      const source = sourceOfSlice(model.card, request.slice);
      await step(context, 2, 3, 'Running the model');
      const setting = { model, source, passes, turn: turnOf(context) };
      return kept.add(await explain(setting, request, randomUUID()), source.placement);
    });

  async function explainSeries(
    { request, slices, answeredBefore }: EngineCalls['explainSeries']['argument'],
    context: CallContext<readonly SliceTold[]>,
  ): Promise<readonly SliceAnswer[]> {
    const { classIndex } = request;
    if (classIndex === 'top') throw new PersonError('Choose a class: a series is compared in one.');
    return withModel(request.modelId, context, (model) => {
      const sources = slices.map((slice) => sourceOfSlice(model.card, slice));
      const setting = { model, sources, passes, turn: turnOf(context), answeredBefore };
      return explainSlices(setting, { ...request, classIndex }, kept, (told) => context.part(told));
    });
  }

  return {
    models: ({ folders }) => Promise.all(folders.map(summaryOf)),
    load: ({ id }, context) => withModel(id, context, loadedOf),
    methods: () => methodSummaries(),
    explain: explainSlice,
    explainInput: (modelId, input, question, context) =>
      withModel(modelId, context, async (model) => {
        const source = sourceOfInput(model.card, input);
        const setting = { model, source, passes, turn: turnOf(context) };
        return kept.add(await explain(setting, question, randomUUID()), source.placement);
      }),
    audit({ explanationId, regions, threshold }) {
      return auditMap(kept.withMap(explanationId), regions, threshold);
    },
    explainSeries,
    mapOf: ({ explanationId }) => kept.get(explanationId),
    classMaps: ({ question, slice }, context) =>
      withModel(question.modelId, context, (model) => {
        const source = sourceOfSlice(model.card, slice);
        return classMaps({ model, source, passes, turn: turnOf(context) }, question);
      }),
    agreement: ({ explanationIds }) => agreementOf(named(explanationIds.map((id) => kept.withMap(id)))),
  };
}
