import type { MethodParameter, MethodParameters } from '../../preload/vocabulary';
import type { Scores } from './probe';

/** Which of the model's answers a perturbation method looks at, as a parameter. */
export const scoreParameter: MethodParameter = {
  id: 'score',
  name: 'Score',
  help: 'What of the model’s answer counts: the class’s probability, as in the paper, or its logit, which also moves where the model is sure.',
  kind: 'choice',
  default: 'probability',
  options: [
    { id: 'probability', name: 'Probability' },
    { id: 'logit', name: 'Logit' },
  ],
};

/** The answers that were chosen, one an input. */
export const chosenScores = (scores: Scores, { score }: MethodParameters): Float64Array =>
  score === 'logit' ? scores.logits : scores.probabilities;
