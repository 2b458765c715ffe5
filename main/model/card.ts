import { z } from 'zod';
import { cardInput } from '../prepare/input';

const sentence = z.string().trim().min(1);

/**
 * The model card, `card.json` beside the weights.
 *
 * output says how logits become probabilities, and which last activation is taken off to get at the logits:
 * softmax over the classes; sigmoid of each; logit where the network ends in logits (softmax for several units,
 * sigmoid for one).
 *
 * A network with a single output unit: with one class, the unit is that finding's logit; with two classes, class 1
 * has the unit's logit and class 0 its negative, so their probabilities are sigmoid(z) and sigmoid(−z) = 1 − sigmoid(z).
 */
export const modelCard = z.object({
  name: sentence,
  version: sentence,
  intendedUse: sentence,
  /** Read from model.json where the card does not say. */
  format: z.enum(['layers-model', 'graph-model']).optional(),
  input: cardInput,
  classes: z.array(z.object({ label: sentence, description: z.string().optional() })).min(1),
  output: z.enum(['softmax', 'sigmoid', 'logit']),
  /** Name of the layer or node to explain at; without it the last spatial feature map before the head. */
  targetLayer: z.string().optional(),
  provenance: sentence,
  trainingData: sentence,
  metrics: z.array(z.object({ name: sentence, value: z.number(), data: sentence })),
  limits: sentence,
  /** Hexadecimal SHA-256 over the weight files, one after the other in the order of model.json's manifest. */
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
