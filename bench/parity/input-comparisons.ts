import { baselineOf } from '../../main/explain/baseline';
import { limeSample } from '../../main/explain/lime';
import { riseMask } from '../../main/explain/rise';
import { flattened, superpixelsOf } from '../../main/explain/superpixels';
import { joined, rowsOf } from '../../main/model/stacked';
import type { Comparison, Done } from './comparison';

const captum = { framework: 'torch', peer: 'captum' } as const;
const ownReference = { framework: 'torch', peer: 'own reference' } as const;
const tfKerasVis = { framework: 'keras', peer: 'tf-keras-vis' } as const;

/** Fewer than the default suffice to tell whether two sides do the same. */
const samples = 10;

/** The noisy inputs that our side drew. */
async function noise({ differentiated, input, inputShape, place }: Done) {
  const count = differentiated.length / input.length;
  return { samples: await place('samples', differentiated, [count, ...inputShape]) };
}

/** The path from the baseline, which is its first point, to the input. */
async function path({ differentiated, input, inputShape, place }: Done) {
  const points = rowsOf(differentiated, input.length);
  return { points: points.length, baseline: await place('baseline', points[0]!, [1, ...inputShape]) };
}

/** What covers, and the side of the square and its stride in pixels instead of per cent. */
async function cover({ parameters, inputShape, place, ...of }: Done) {
  const pixels = (percent: unknown): number => Math.round((Number(percent) / 100) * inputShape[0]);
  const standIn = baselineOf({ ...of, inputShape }, parameters['fill']);
  return {
    patch: pixels(parameters['patch']),
    stride: pixels(parameters['stride']),
    baseline: await place('baseline', standIn, [1, ...inputShape]),
  };
}

/** The superpixels, what hides them, and which were hidden in each sample. */
async function hiding({ parameters, inputShape, input, range, place }: Done) {
  const superpixels = superpixelsOf({ input, inputShape, range }, Number(parameters['segments']));
  const drawn = Array.from({ length: Number(parameters['samples']) }, (_, index) =>
    Float32Array.from(limeSample(superpixels.count, Number(parameters['seed']), index)),
  );
  return {
    samples: await place('samples', joined(drawn), [drawn.length, superpixels.count]),
    labels: await place('labels', Float32Array.from(superpixels.labels), inputShape.slice(0, 2)),
    standIn: await place('stand-in', flattened(input, superpixels), [1, ...inputShape]),
    width: Number(parameters['width']),
    ridge: Number(parameters['ridge']),
  };
}

/** The masks that our side drew. */
async function masks({ parameters, inputShape, place }: Done) {
  const [cells, probability, seed] = ['cells', 'probability', 'seed'].map((id) => Number(parameters[id]));
  const drawn = { cells: cells!, probability: probability!, seed: seed! };
  const all = Array.from({ length: Number(parameters['masks']) }, (_, index) =>
    riseMask(drawn, inputShape, index),
  );
  const shape = [all.length, inputShape[0], inputShape[1]];
  return { probability: drawn.probability, masks: await place('masks', joined(all), shape) };
}

/** The methods on the input's pixels beside captum and tf-keras-vis. */
export const inputComparisons: readonly Comparison[] = [
  { ...captum, method: 'saliency', name: 'Saliency' },
  { ...tfKerasVis, method: 'saliency', name: 'Saliency' },
  { ...captum, method: 'input-x-gradient', name: 'InputXGradient' },
  {
    ...captum,
    method: 'smooth-grad',
    parameters: { samples, average: 'gradients' },
    name: 'NoiseTunnel, abs=False',
    given: noise,
    note: 'the same noise',
  },
  {
    ...captum,
    method: 'smooth-grad',
    parameters: { samples, average: 'magnitudes' },
    name: 'NoiseTunnel',
    given: noise,
    note: 'the same noise, magnitudes averaged',
  },
  {
    ...tfKerasVis,
    method: 'smooth-grad',
    parameters: { samples, average: 'magnitudes' },
    name: 'Saliency, smoothed',
    given: noise,
    note: 'the same noise, magnitudes averaged',
  },
  {
    ...captum,
    method: 'integrated-gradients',
    parameters: { steps: 50, most: 50 },
    name: 'IntegratedGradients',
    given: path,
    note: 'the same path and rule, whose weights captum lets add up to (n − 1)/n',
  },
  {
    ...captum,
    method: 'occlusion',
    name: 'Occlusion',
    given: cover,
    note: 'the same square, stride and fill',
  },
  {
    ...captum,
    method: 'lime',
    parameters: { samples: 200 },
    name: 'LimeBase',
    given: hiding,
    note: 'the same superpixels, samples and kernel',
  },
  {
    ...ownReference,
    method: 'rise',
    parameters: { masks: 200, offset: 'kept' },
    name: 'Equation 6 in numpy',
    given: masks,
    note: 'the same masks; no package takes given ones',
  },
];
