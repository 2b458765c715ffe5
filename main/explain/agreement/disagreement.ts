import type { Explanation } from '../../../preload/vocabulary';

/** Below it two orders share less than a quarter of their variance (0.5²): either map may be as wrong as the other. */
const leastOfOneClass = 0.5;

/** From it on two orders share more than four fifths of their variance (0.9²): what is marked is hardly a class's own. */
const mostOfTwoClasses = 0.9;

/** What to call a map, and of which class it is. */
type Of = Pick<Explanation, 'classIndex' | 'against'> & { readonly name: string };

const isOfOneClass = (a: Of, b: Of): boolean => a.classIndex === b.classIndex && a.against === b.against;

/** A difference of two classes may well look like the map of the first. */
const areTwoClasses = (a: Of, b: Of): boolean =>
  a.classIndex !== b.classIndex && a.against === null && b.against === null;

/**
 * What a person must know of how far two maps agree (Spearman's rank correlation, null for a constant map), or nothing:
 * maps of one class ought to agree, and those of two classes ought not to be alike.
 */
export function disagreement(a: Of, b: Of, rankCorrelation: number | null): readonly string[] {
  const maps = `The maps of ${a.name} and ${b.name}`;
  if (rankCorrelation === null) return [`${maps} cannot be compared: one of them is the same everywhere.`];
  const value = `rank correlation ${rankCorrelation.toFixed(2).replace('-', '−')}`;
  if (isOfOneClass(a, b) && rankCorrelation < leastOfOneClass)
    return [`${maps} do not agree (${value}): do not rely on either alone.`];
  if (areTwoClasses(a, b) && rankCorrelation >= mostOfTwoClasses)
    return [
      `${maps} are almost alike (${value}): neither shows what speaks for its class rather than the other.`,
    ];
  return [];
}
