import { baselineOf } from './baseline';
import type { Method } from './method';
import type { Shape } from './probe';
import { seedParameter } from './random';
import { type Masks, riseMasks } from './rise-masks';
import { chosenScores, scoreParameter } from './score-choice';

export { riseMask } from './rise-masks';

/** x where the mask is 1, black where it is 0, and between them where it lies between. */
function blend(x: Float32Array, black: Float32Array, mask: Float32Array, into: Float32Array): void {
  const channels = x.length / mask.length;
  for (let pixel = 0, i = 0; pixel < mask.length; pixel++)
    for (let c = 0; c < channels; c++, i++) into[i] = black[i]! + mask[pixel]! * (x[i]! - black[i]!);
}

/** Σ value · mask over the masks, made again from the seed so that they need not be kept. */
function maskedSum(values: Float64Array, masks: Masks, shape: Shape): Float64Array {
  const sum = new Float64Array(shape[0] * shape[1]);
  const mask = new Float32Array(sum.length);
  const make = riseMasks(masks, shape);
  values.forEach((value, index) => {
    make(index, mask);
    for (let at = 0; at < sum.length; at++) sum[at]! += value * mask[at]!;
  });
  return sum;
}

/** The mean, taken from the first value on, so that the mean of equal scores is that score and none is left of them. */
const meanOf = (scores: Float64Array): number =>
  scores[0]! + scores.reduce((sum, score) => sum + (score - scores[0]!), 0) / scores.length;

/**
 * S = 1/(p N) Σ (f(x ⊙ M) − f̄) M (Equation 6), f̄ the mean score over the masks: signed, in units of the score. The
 * paper leaves f̄ in, which lifts all of the map by about f̄, so that a model that looks at nothing gets a map above 0
 * everywhere; `offset` leaves it in. The paper's x ⊙ M is 0 where it is masked; a normalised input is black at another
 * value, so x is blended towards black instead.
 */
export const rise: Method = {
  id: 'rise',
  name: 'RISE',
  family: 'perturbation',
  needs: 'scores',
  passes: 'many',
  place: 'input',
  unit: 'score',
  answers:
    'Where this class’s score is higher than on the average when that place is among those left to be seen.',
  costs: 'One pass forward per mask: 1000 as it is set, while the paper takes 4000 to 8000; no gradient.',
  misleads:
    'It is blurry, as wide as its cells, and it is grainy until thousands of masks have run, so another seed gives another map; half of every image it asks about is black, unlike any the model was trained on.',
  reference: 'Petsiuk et al., RISE, BMVC 2018, arXiv:1806.07421',
  parameters: [
    {
      id: 'masks',
      name: 'Masks',
      help: 'How many random masks are tried.',
      kind: 'number',
      default: 1000,
      minimum: 2,
      maximum: 20000,
      step: 1,
    },
    {
      id: 'cells',
      name: 'Cells',
      help: 'Of how many cells along each side a mask is made; more show smaller things and need more masks.',
      kind: 'number',
      default: 7,
      minimum: 2,
      maximum: 64,
      step: 1,
    },
    {
      id: 'probability',
      name: 'Seen',
      help: 'How likely a cell is to be left to be seen, 0 to 1.',
      kind: 'number',
      default: 0.5,
      minimum: 0.05,
      maximum: 0.95,
      step: 0,
    },
    {
      id: 'offset',
      name: 'Offset',
      help: 'Whether the mean score over the masks is taken away, so that above 0 means more than usual, or stays in as in the paper.',
      kind: 'choice',
      default: 'removed',
      options: [
        { id: 'removed', name: 'Taken away' },
        { id: 'kept', name: 'As in the paper' },
      ],
    },
    scoreParameter,
    seedParameter,
  ],
  async map(probe) {
    const { input, inputShape, parameters } = probe;
    const masks = {
      cells: Number(parameters.cells),
      probability: Number(parameters.probability),
      seed: Number(parameters.seed),
    };
    const black = baselineOf(probe, 'black');
    const mask = new Float32Array(inputShape[0] * inputShape[1]);
    const make = riseMasks(masks, inputShape);
    const answers = await probe.scores(Number(parameters.masks), (index, into) => {
      make(index, mask);
      blend(input, black, mask, into);
    });
    const scores = chosenScores(answers, parameters);
    const offset = parameters.offset === 'kept' ? 0 : meanOf(scores);
    const sum = maskedSum(
      scores.map((score) => score - offset),
      masks,
      inputShape,
    );
    return Float32Array.from(sum, (value) => value / (masks.probability * scores.length));
  },
};
