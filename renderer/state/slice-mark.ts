import type { Explanation, Question, SliceAnswer } from '../../preload/vocabulary';

/** A question for one class: what is asked of many slices so that their answers can be compared. */
export type SeriesQuestion = Question & { readonly classIndex: number };

/** What stays known of an explained frame, with or without its map. */
export interface Mark {
  readonly explanationId: string;
  readonly modelId: string;
  /** What was asked, and the same as one text: marks of one kind may be compared. */
  readonly asked: SeriesQuestion;
  readonly kind: string;
  /** What was explained, in words. */
  readonly label: string;
  /** Probability of the explained class, 0..1; or the difference of two, −1..1. */
  readonly score: number;
  /** Peak of the map, in the map's unit. */
  readonly peak: number;
  readonly unit: string;
}

/** One text for all that makes two answers comparable: model, method, class, layers and parameters. */
export function kindOf(
  modelId: string,
  { method, classIndex, against, layers, parameters }: Question,
): string {
  const changed = Object.entries(parameters).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([modelId, method, classIndex, against, layers.toSorted(), changed]);
}

/** The mark of an explanation of a question; 'top' is the class that it was by then. */
export function markOf(explanation: Explanation, question: Question): Mark {
  const { id, modelId, classIndex, against, classLabel, scores, map, unit } = explanation;
  const asked = { ...question, classIndex };
  const other = against === null ? 0 : (scores[against]?.probability ?? 0);
  return {
    ...{ explanationId: id, modelId, asked, kind: kindOf(modelId, asked), label: classLabel, unit },
    score: (scores[classIndex]?.probability ?? 0) - other,
    peak: map.peak,
  };
}

/** The mark of a slice that a run over its series has answered. */
export function markOfAnswer(answer: SliceAnswer, asked: SeriesQuestion): Mark {
  const { explanationId, modelId, label, score, peak, unit } = answer;
  return { explanationId, modelId, asked, kind: kindOf(modelId, asked), label, score, peak, unit };
}
