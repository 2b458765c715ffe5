import type { ClassScore, Question } from '../../preload/vocabulary';
import type { Model } from '../model/port';
import { classScores, probabilityOf, topClass } from '../model/scores';
import { PersonError } from '../process/errors';

/** What is explained of an answer: y = logit of a class, or the difference of two. */
export interface Target {
  readonly classIndex: number;
  readonly against: number | null;
}

type Named = Pick<Model, 'card' | 'units'>;

/** Scores of all classes. */
export function scoresOf({ card, units }: Named, logits: Float32Array): ClassScore[] {
  return classScores(card.classes, logits, card.output, units);
}

/** The class in words, or "one − other". */
export function labelOf({ card }: Named, { classIndex, against }: Target): string {
  const label = card.classes[classIndex]!.label;
  return against === null ? label : `${label} − ${card.classes[against]!.label}`;
}

/** w of y = Σ w · logits. */
export function weightsOf({ card }: Named, { classIndex, against }: Target): Float32Array {
  const weights = new Float32Array(card.classes.length);
  weights[classIndex] = 1;
  if (against !== null) weights[against]! -= 1;
  return weights;
}

/** Refuses a class that the model does not have. */
export function checkClasses(
  { card }: Named,
  { classIndex, against }: Pick<Question, 'classIndex' | 'against'>,
): void {
  for (const asked of [classIndex, against])
    if (typeof asked === 'number' && !card.classes[asked])
      throw new PersonError(`${card.name} has classes 0 to ${card.classes.length - 1}, not ${asked}.`);
}

/** The target of a question once the logits are known; a class against itself is refused. */
export function targetOf(
  { card }: Named,
  { classIndex, against }: Pick<Question, 'classIndex' | 'against'>,
  logits: Float32Array,
): Target {
  const index = classIndex === 'top' ? topClass(logits) : classIndex;
  if (index !== against) return { classIndex: index, against };
  throw new PersonError(
    `"${card.classes[index]!.label}" is to be explained against itself; choose another class to compare it with.`,
  );
}

/** The same of bare logits, without a score for each class: perturbations ask it thousands of times. */
export function valueOfLogits(
  { card, units }: Named,
  { classIndex, against }: Target,
  row: Float32Array,
): { logit: number; probability: number } {
  const probability = (index: number): number => probabilityOf(index, row, card.output, units);
  if (against === null) return { logit: row[classIndex]!, probability: probability(classIndex) };
  return {
    logit: row[classIndex]! - row[against]!,
    probability: probability(classIndex) - probability(against),
  };
}

/** y and its probability, of one answer. */
export function valueOf(
  scores: readonly ClassScore[],
  { classIndex, against }: Target,
): { logit: number; probability: number } {
  const own = scores[classIndex]!;
  const other = against === null ? { logit: 0, probability: 0 } : scores[against]!;
  return { logit: own.logit - other.logit, probability: own.probability - other.probability };
}
