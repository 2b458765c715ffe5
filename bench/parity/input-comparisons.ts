import type { Comparison } from './comparison';
import { cover, hiding, masks, noise, path } from './given';

const captum = { framework: 'torch', peer: 'captum' } as const;
const ownReference = { framework: 'torch', peer: 'own reference' } as const;
const tfKerasVis = { framework: 'keras', peer: 'tf-keras-vis' } as const;

/** Fewer than the default suffice to tell whether two sides do the same. */
const samples = 10;

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
