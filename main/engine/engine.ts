import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Explanation, ExplainRequest, Question, SliceAnswer } from '../../preload/vocabulary';
import { auditMap } from '../audit/index';
import { agreementOf } from '../explain/agreement/agreement';
import { named } from '../explain/agreement/named';
import { classMaps } from '../explain/class-maps';
import { explain } from '../explain/explain';
import type { Turn } from '../explain/model-probe';
import { Passes } from '../explain/passes';
import { sourceOfInput, sourceOfSlice } from '../explain/source';
import { loadModel } from '../model/load';
import type { Model } from '../model/port';
import { CancelledError, PersonError } from '../process/errors';
import type { CallContext, Handlers } from '../process/protocol';
import { Shelf } from '../process/shelf';
import type { EngineCalls } from './calls';
import { explainSlices } from './explain-slices';
import { Kept } from './kept';
import { loadedOf, methodSummaries, summaryOf } from './summary';

type Context = Pick<CallContext<never>, 'signal' | 'progress'>;

const modelsKept = 3;

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

/** Models loaded once and kept; two calls for the same model while it loads share one load. */
function modelShelf(): (id: string) => Promise<Model> {
  const shelf = new Shelf<Promise<Model>>({ count: modelsKept, weight: Infinity }, (model) => {
    void model.then(
      (loaded) => loaded.dispose(),
      () => undefined,
    );
  });
  return (id) => {
    const key = resolve(id);
    const kept = shelf.get(key);
    if (kept) return kept;
    const loading = loadModel(key);
    shelf.put(key, loading);
    loading.catch(() => shelf.remove(key));
    return loading;
  };
}

/** The engine's handlers: the same for the utility process and for the command line. */
export function createEngine(): Engine {
  const modelOf = modelShelf();
  const kept = new Kept();
  const passes = new Passes();

  async function loaded(id: string, context: Context): Promise<Model> {
    await step(context, 0, 3, 'Loading the model');
    return modelOf(id);
  }

  async function explainSlice(request: ExplainRequest, context: Context): Promise<Explanation> {
    const { card } = await loaded(request.modelId, context);
    await step(context, 1, 3, 'Preparing the slice');
    const source = sourceOfSlice(card, request.slice);
    await step(context, 2, 3, 'Running the model');
    // Asked for anew: while messages came in, other models may have pushed this one off its shelf.
    const model = await modelOf(request.modelId);
    const setting = { model, source, passes, turn: turnOf(context) };
    return kept.add(await explain(setting, request, randomUUID()), source.placement);
  }

  async function explainSeries(
    { request, slices }: EngineCalls['explainSeries']['argument'],
    context: CallContext<readonly SliceAnswer[]>,
  ): Promise<readonly SliceAnswer[]> {
    const { classIndex } = request;
    if (classIndex === 'top') throw new PersonError('Choose a class: a series is compared in one.');
    const model = await loaded(request.modelId, context);
    const sources = slices.map((slice) => sourceOfSlice(model.card, slice));
    const setting = { model, sources, passes, turn: turnOf(context) };
    return explainSlices(setting, { ...request, classIndex }, kept, (made) => context.part(made));
  }

  return {
    models: ({ folders }) => Promise.all(folders.map(summaryOf)),
    load: async ({ id }, context) => loadedOf(await loaded(id, context)),
    methods: () => methodSummaries(),
    explain: explainSlice,
    async explainInput(modelId, input, question, context) {
      const model = await loaded(modelId, context);
      const source = sourceOfInput(model.card, input);
      const setting = { model, source, passes, turn: turnOf(context) };
      return kept.add(await explain(setting, question, randomUUID()), source.placement);
    },
    audit({ explanationId, regions, threshold }) {
      return auditMap(kept.withMap(explanationId), regions, threshold);
    },
    explainSeries,
    mapOf: ({ explanationId }) => kept.get(explanationId),
    async classMaps({ question, slice }, context) {
      const model = await loaded(question.modelId, context);
      const source = sourceOfSlice(model.card, slice);
      return classMaps({ model, source, passes, turn: turnOf(context) }, question);
    },
    agreement: ({ explanationIds }) => agreementOf(named(explanationIds.map((id) => kept.withMap(id)))),
  };
}
