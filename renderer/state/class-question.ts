/** The class to explain, and the class whose logit is taken away from it. */
export interface ClassQuestion {
  readonly classIndex: number | 'top';
  readonly against: number | null;
}

/** Another class explained; a class is never taken away from itself. */
export function withClass({ against }: ClassQuestion, classIndex: number | 'top'): ClassQuestion {
  return { classIndex, against: against === classIndex ? null : against };
}

/**
 * Another class taken away, or (null) none. The class that is explained is named then: the one with the highest score
 * may be another on the next slice, and even the one taken away.
 *
 * @param explained index of the class of the explanation on screen; null where there is none
 */
export function withAgainst(
  { classIndex }: ClassQuestion,
  explained: number | null,
  against: number | null,
): ClassQuestion {
  const named = against === null || classIndex !== 'top' ? classIndex : (explained ?? classIndex);
  return { classIndex: named, against: against === named ? null : against };
}
