import type { ClassScore, OutputKind } from '../../preload/vocabulary';

/** 1 / (1 + e^−z) without overflow. */
export const sigmoid = (z: number): number =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

/** Softmax without overflow. */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const top = logits[topClass(logits)]!;
  const shares = new Float64Array(logits.length);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    shares[i] = Math.exp(logits[i]! - top);
    sum += shares[i]!;
  }
  for (let i = 0; i < shares.length; i++) shares[i]! /= sum;
  return shares;
}

/**
 * Logits of the card's classes from the network's output units: as they are, or −z and z where a single unit
 * stands for two classes.
 */
export const classLogits = (units: readonly number[], classes: number): number[] =>
  units.length === 1 && classes === 2 ? [-units[0]!, units[0]!] : [...units];

/** The unit behind a class, and the sign with which it counts. */
export const unitOf = (classIndex: number, units: number, classes: number): { unit: number; sign: 1 | -1 } =>
  units === 1 && classes === 2 ? { unit: 0, sign: classIndex === 1 ? 1 : -1 } : { unit: classIndex, sign: 1 };

/** Index of the highest logit; the first of equals. */
export function topClass(logits: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[best]!) best = i;
  return best;
}

/** w of the highest logit: 1 there, 0 elsewhere. */
export function topWeights(logits: Float32Array): Float32Array {
  const weights = new Float32Array(logits.length);
  weights[topClass(logits)] = 1;
  return weights;
}

/** A single unit has no rival class, so it can only be a sigmoid; several units under 'logit' compete. */
export function probabilities(logits: ArrayLike<number>, kind: OutputKind, units: number): Float64Array {
  return kind === 'sigmoid' || units === 1 ? Float64Array.from(logits, sigmoid) : softmax(logits);
}

/** The probability of one class, without those of the others. */
export function probabilityOf(
  index: number,
  logits: ArrayLike<number>,
  kind: OutputKind,
  units: number,
): number {
  if (kind === 'sigmoid' || units === 1) return sigmoid(logits[index]!);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i]! - logits[index]!);
  return 1 / sum;
}

/** Scores of all classes in the order of the card; units is the number of the network's output units. */
export function classScores(
  classes: readonly Pick<ClassScore, 'label'>[],
  logits: ArrayLike<number>,
  kind: OutputKind,
  units = logits.length,
): ClassScore[] {
  const shares = probabilities(logits, kind, units);
  return classes.map(({ label }, index) => ({ label, logit: logits[index]!, probability: shares[index]! }));
}
