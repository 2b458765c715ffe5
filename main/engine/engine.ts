import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Explanation, ExplainRequest, Question } from '../../preload/vocabulary';
import { auditMap } from '../audit/index';
import { agreementOf } from '../explain/agreement/agreement';
import { named } from '../explain/agreement/named';
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
import { loadedOf, methodSummaries, summaryOf } from './summary';

type Context = Pick<CallContext<never>, 'signal' | 'progress'>;

const modelsKept = 3;
const explanationsKept = { count: 64, weight: 256 * 2 ** 20 };

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

const bytesOf = ({ map, gridMap }: Explanation): number => map.values.byteLength + gridMap.byteLength;

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
  const kept = new Shelf<Explanation>(explanationsKept);
  const passes = new Passes();

  async function loaded(id: string, context: Context): Promise<Model> {
    await step(context, 0, 3, 'Loading the model');
    return modelOf(id);
  }

  function keep(explanation: Explanation): Explanation {
    kept.put(explanation.id, explanation, bytesOf(explanation));
    return explanation;
  }

  function keptOf(id: string): Explanation {
    const explanation = kept.get(id);
    if (!explanation) throw new PersonError('This map is no longer kept; explain the slice again.');
    if (explanation.layer === '') throw new PersonError(explanation.warnings.at(-1)!);
    return explanation;
  }

  async function explainSlice(request: ExplainRequest, context: Context): Promise<Explanation> {
    const { card } = await loaded(request.modelId, context);
    await step(context, 1, 3, 'Preparing the slice');
    const source = sourceOfSlice(card, request.slice);
    await step(context, 2, 3, 'Running the model');
    // Asked for anew: while messages came in, other models may have pushed this one off its shelf.
    const model = await modelOf(request.modelId);
    return keep(await explain({ model, source, passes, turn: turnOf(context) }, request, randomUUID()));
  }

  return {
    models: ({ folders }) => Promise.all(folders.map(summaryOf)),
    load: async ({ id }, context) => loadedOf(await loaded(id, context)),
    methods: () => methodSummaries(),
    explain: explainSlice,
    async explainInput(modelId, input, question, context) {
      const model = await loaded(modelId, context);
      const source = sourceOfInput(model.card, input);
      return keep(await explain({ model, source, passes, turn: turnOf(context) }, question, randomUUID()));
    },
    audit({ explanationId, regions, threshold }) {
      return auditMap(keptOf(explanationId), regions, threshold);
    },
    agreement: ({ explanationIds }) => agreementOf(named(explanationIds.map(keptOf))),
  };
}
