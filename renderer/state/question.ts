import type { Explanation, MethodParameters, MethodSummary, Question } from '../../preload/vocabulary';

/** Whether a method answers within about one pass through the model, so that every change may ask it again. */
export const isCheap = ({ passes }: Pick<MethodSummary, 'passes'>): boolean => passes === 'one';

/** What an explanation says of the question that it answers. */
export type Answered = Pick<
  Explanation,
  'method' | 'classIndex' | 'against' | 'layer' | 'layers' | 'parameters' | 'scores'
>;

const hasHighestScore = ({ classIndex, scores }: Answered): boolean =>
  scores.every(({ logit }) => logit <= scores[classIndex]!.logit);

function sameClass(answered: Answered, { classIndex, against }: Question): boolean {
  if (answered.against !== against) return false;
  return classIndex === 'top' ? hasHighestScore(answered) : answered.classIndex === classIndex;
}

/** Several layers are fused by their maximum: their order says nothing. */
function sameLayers({ layer, layers }: Answered, asked: readonly string[], targetLayer: string): boolean {
  if (layer === '' || layer === 'input') return true;
  const wanted = new Set(asked.length > 0 ? asked : [targetLayer]);
  return wanted.size === layers.length && layers.every((name) => wanted.has(name));
}

const sameParameters = (
  answered: MethodParameters,
  { parameters }: MethodSummary,
  given: MethodParameters,
): boolean => parameters.every(({ id, default: usual }) => answered[id] === (given[id] ?? usual));

/**
 * In words, wherein an explanation answers another question than the one that is set; none where it answers this one.
 * A question for the highest score is answered by the class that had it; one that names no layers, by the model's own.
 */
export function differences(
  answered: Answered,
  question: Question,
  method: MethodSummary,
  targetLayer: string,
): readonly string[] {
  if (answered.method !== question.method) return ['another method'];
  return [
    sameClass(answered, question) ? '' : 'another class',
    sameLayers(answered, question.layers, targetLayer) ? '' : 'other layers',
    sameParameters(answered.parameters, method, question.parameters) ? '' : 'other parameters',
  ].filter(Boolean);
}

/** Whether an explanation answers the question that is set, so that its map may be read as the answer. */
export const sameQuestion = (...of: Parameters<typeof differences>): boolean =>
  differences(...of).length === 0;
