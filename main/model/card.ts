import { z } from 'zod';
import { cardInput } from '../prepare/input';

const sentence = z.string().trim().min(1);
const finite = z.number().refine(Number.isFinite, 'must be a finite number');

/** What an input beside the image is fed: the same number everywhere (value), or each (values, the last axis fastest). */
const otherInput = z
  .object({
    name: sentence,
    /** As the model takes it for one image, its batch axis included: [1, 4]. */
    shape: z.array(z.int().min(1)),
    value: finite.optional(),
    values: z.array(finite).optional(),
  })
  .refine(
    ({ value, values }) => (value === undefined) !== (values === undefined),
    'must have either value or values',
  )
  .refine(
    ({ shape, values }) => !values || values.length === shape.reduce((a, b) => a * b, 1),
    'must have as many values as its shape says',
  );

/**
 * The model card, `card.json` beside the weights.
 *
 * output says how logits become probabilities, and which last activation is taken off to get at the logits:
 * softmax over the classes; sigmoid of each; logit where the network ends in logits (softmax for several units,
 * sigmoid for one). From a SavedModel nothing can be taken off: output says what it answers with, and probabilities
 * are turned back into logits (saved-model-logits.ts).
 *
 * A network with a single output unit: with one class, the unit is that finding's logit; with two classes, class 1
 * has the unit's logit and class 0 its negative, so their probabilities are sigmoid(z) and sigmoid(−z) = 1 − sigmoid(z).
 */
export const modelCard = z.object({
  name: sentence,
  version: sentence,
  intendedUse: sentence,
  /** Told by the files where the card does not say: model.json, or saved_model.pb. */
  format: z.enum(['layers-model', 'graph-model', 'saved-model']).optional(),
  input: cardInput,
  /**
   * Which input takes the image and which output is explained, where the model has several: the name of a layer, or
   * of a node or its key in the signature.
   */
  inputName: sentence.optional(),
  outputName: sentence.optional(),
  /** Constants for the inputs beside the image. */
  otherInputs: z.array(otherInput).default([]),
  /** Which signature of a SavedModel is run. */
  signature: sentence.default('serving_default'),
  classes: z.array(z.object({ label: sentence, description: z.string().optional() })).min(1),
  output: z.enum(['softmax', 'sigmoid', 'logit']),
  /** Name of the layer or node to explain at; without it the last spatial feature map before the head. */
  targetLayer: z.string().optional(),
  provenance: sentence,
  trainingData: sentence,
  metrics: z.array(z.object({ name: sentence, value: z.number(), data: sentence })),
  limits: sentence,
  /**
   * Hexadecimal SHA-256 over the weight files, one after the other: in the order of model.json's manifest; of a
   * SavedModel saved_model.pb, then the files of variables/ in the order of their names' code units.
   */
  weightsSha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
    .transform((digest) => digest.toLowerCase()),
});

export type ModelCard = z.infer<typeof modelCard>;

/** The first thing that is wrong with a card, as "where: what". */
export function cardFault(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'it does not follow the schema';
  const where = issue.path.join('.');
  return where ? `${where}: ${issue.message}` : issue.message;
}
