import type { ClassScore, Explanation } from '../../preload/vocabulary';

/** Of more classes than this a report lists only those with the highest scores. */
const listed = 12;

/** A class as a report's table of scores has it. */
export interface ScoreLine extends ClassScore {
  /** Whether it is the class explained. */
  readonly explained: boolean;
  /** What was done with it beside being scored; '' where nothing. */
  readonly note: string;
}

/**
 * The classes for a report's table: all in the model's order where they are few, else the highest and those that were
 * asked about, by score; and in words how many more there are ('' for none).
 */
export function scoreLines(explanation: Explanation): { lines: ScoreLine[]; more: string } {
  const { scores, classIndex, against } = explanation;
  const all = scores.map((score, index) => ({ score, index }));
  const isAsked = (index: number) => index === classIndex || index === against;
  const order = scores.length > listed ? all.sort((a, b) => b.score.logit - a.score.logit) : all;
  const kept = order.filter(({ index }, place) => place < listed || isAsked(index));
  const rest = scores.length - kept.length;
  return {
    lines: kept.map(({ score, index }) => ({
      ...score,
      explained: index === classIndex,
      note: index === against ? 'taken away' : '',
    })),
    more: rest > 0 ? `and ${rest.toLocaleString('en')} more classes` : '',
  };
}

/** The labels of a model's classes in a line, the first few of many. */
export function classNames(labels: readonly string[]): string {
  const rest = labels.length - listed;
  if (rest <= 0) return labels.join(', ');
  return `${labels.slice(0, listed).join(', ')} and ${rest.toLocaleString('en')} more`;
}
