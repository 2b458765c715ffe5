import { resolve } from 'node:path';
import type {
  Agreement,
  Audit,
  Explanation,
  LoadedModel,
  MethodSummary,
  Question,
  Region,
  Slice,
  SliceAnswer,
  SliceLeftOut,
  SliceTold,
} from '../../preload/vocabulary';
import { methodNamed, methods } from '../explain';
import { PersonError } from '../process/errors';
import { type CommandOption, type Given } from './command';
import { required, text } from './given';
import { questionOf } from './question';

const context = { signal: new AbortController().signal, progress: () => undefined, part: () => undefined };

/** The options of every command that runs a model. */
export const modelOptions = {
  model: { value: 'DIR', help: 'the model folder' },
  method: {
    value: 'NAME',
    help: `how to explain: ${methods.map(({ id }) => id).join(', ')} (the first by default)`,
  },
  class: { value: 'NAME|INDEX|top', help: 'the class to explain (top by default)' },
  against: { value: 'NAME|INDEX', help: 'explain the class less this one: the difference of their logits' },
  layer: {
    value: 'NAME[,NAME…]',
    help: "the target layers, fused where they are several (the model's own by default)",
  },
  parameters: {
    value: 'ID=VALUE,…',
    help: "the method's parameters that are not its defaults (see sightline methods)",
  },
} satisfies Record<string, CommandOption>;

/** A model that was loaded for one command, and what the person wants explained of it. */
export interface Session {
  readonly model: LoadedModel;
  explain(slice: Slice): Promise<Explanation>;
  /** A ready model input: float32 rows × columns × channels. */
  explainInput(input: Float32Array): Promise<Explanation>;
  /**
   * Explains slices of one class together; one that the model refuses comes back with the reason in its place.
   * @param answeredBefore whether other slices were explained by the same question
   */
  explainSeries(
    slices: readonly Slice[],
    classIndex: number,
    answeredBefore: boolean,
  ): Promise<readonly (Explanation | SliceLeftOut)[]>;
  /** Asks another method, with its defaults, about the same class and layers. */
  explainBy(method: MethodSummary, slice: Slice): Promise<Explanation>;
  /** How far explanations of this session agree. */
  agreement(explanations: readonly Explanation[]): Promise<Agreement>;
  /** Audits an explanation of this session. */
  audit(explanation: Explanation, regions: readonly Region[], threshold: number): Promise<Audit>;
  /** The method that was asked for. */
  readonly method: MethodSummary;
  /** What was asked for. */
  readonly question: Question;
}

/**
 * Loads what --model names. TensorFlow is loaded here and not before, so that commands without a model start at once.
 * @throws PersonError where the model cannot be used or lacks what the method needs
 */
export async function openSession(given: Given): Promise<Session> {
  const id = resolve(required(given, 'model', 'which model folder to use'));
  const { createEngine } = await import('../engine/engine');
  const engine = createEngine();
  const model = await engine.load({ id }, context);
  const method = methodNamed(text(given, 'method', methods[0]!.id));
  const question = questionOf(given, model, method);
  const problem = model.problems[method.needs];
  if (problem && question.layers.length === 0) throw new PersonError(problem);
  return {
    model,
    method,
    question,
    explain: async (slice) => engine.explain({ modelId: id, slice, ...question }, context),
    async explainBy(other, slice) {
      const asked = questionOf({ ...given, options: { ...given.options, parameters: '' } }, model, other);
      return engine.explain({ modelId: id, slice, ...asked }, context);
    },
    agreement: async (explanations) =>
      engine.agreement({ explanationIds: explanations.map((one) => one.id) }, context),
    explainInput: (input) => engine.explainInput(id, input, question, context),
    async explainSeries(slices, classIndex, answeredBefore) {
      const told: SliceTold[] = [];
      const part = (some: readonly SliceTold[]): void => void told.push(...some);
      const asked = { request: { modelId: id, ...question, classIndex }, slices, answeredBefore };
      await engine.explainSeries(asked, { ...context, part });
      // What was explained a moment ago is kept.
      const mapOf = async ({ explanationId }: SliceAnswer): Promise<Explanation> =>
        (await engine.mapOf({ explanationId }, context))!;
      const made = [];
      for (const one of told) made.push('reason' in one ? one : await mapOf(one));
      return made;
    },
    audit: async ({ id: explanationId }, regions, threshold) =>
      engine.audit({ explanationId, regions, threshold }, context),
  };
}
