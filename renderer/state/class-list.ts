import type { ClassScore } from '../../preload/vocabulary';

/** Up to so many classes a list shows all, in the model's own order: no row jumps from slice to slice. */
export const fewClasses = 12;

/** A class of a model, with what the last answer says of it; null before there is one. */
export interface ListedClass {
  readonly index: number;
  readonly label: string;
  readonly score: ClassScore | null;
}

/** The classes as every list has them: few in the model's own order, many by their logit, the highest first. */
export function listed(labels: readonly string[], scores: readonly ClassScore[]): ListedClass[] {
  const classes = labels.map((label, index) => ({ index, label, score: scores[index] ?? null }));
  if (labels.length <= fewClasses) return classes;
  return classes.sort((a, b) => (b.score?.logit ?? 0) - (a.score?.logit ?? 0));
}

/** Those whose label has every word of a text somewhere in it, in any case; a number finds the class of that index too. */
export function matching(classes: readonly ListedClass[], text: string): ListedClass[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return classes.filter(({ label, index }) => {
    const plain = label.toLowerCase();
    return String(index) === text.trim() || words.every((word) => plain.includes(word));
  });
}

/** The first few, and after them those of some indices that would be missing. */
export function leading(classes: readonly ListedClass[], kept: readonly (number | null)[]): ListedClass[] {
  return classes.filter(({ index }, place) => place < fewClasses || kept.includes(index));
}

/** The class after another in a list, from the last the first; undefined where the list is empty. */
export function after(classes: readonly ListedClass[], index: number): ListedClass | undefined {
  const at = classes.findIndex((one) => one.index === index);
  return classes[(at + 1) % classes.length];
}
