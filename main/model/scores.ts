import type { ClassScore, OutputKind } from '../../preload/vocabulary';

/** 1 / (1 + e^−z) without overflow. */
export const sigmoid = (z: number): number =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

/** Softmax without overflow. */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
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
export const topClass = (logits: readonly number[]): number =>
  logits.reduce((best, logit, index) => (logit > logits[best]! ? index : best), 0);

/** A single unit has no rival class, so it can only be a sigmoid; several units under 'logit' compete. */
export function probabilities(logits: readonly number[], kind: OutputKind, units: number): number[] {
  return kind === 'sigmoid' || units === 1 ? logits.map(sigmoid) : softmax(logits);
}

/** Scores of all classes in the order of the card; units is the number of the network's output units. */
export function classScores(
  labels: readonly string[],
  logits: readonly number[],
  kind: OutputKind,
  units = logits.length,
): ClassScore[] {
  const shares = probabilities(logits, kind, units);
  return labels.map((label, index) => ({ label, logit: logits[index]!, probability: shares[index]! }));
}
