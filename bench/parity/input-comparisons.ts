import type { Comparison } from './comparison';

const captum = { framework: 'torch', peer: 'captum' } as const;
const tfKerasVis = { framework: 'keras', peer: 'tf-keras-vis' } as const;

/** The methods on the input's pixels beside captum and tf-keras-vis. */
export const inputComparisons: readonly Comparison[] = [
  { ...captum, method: 'saliency', name: 'Saliency' },
  { ...tfKerasVis, method: 'saliency', name: 'Saliency' },
  { ...captum, method: 'input-x-gradient', name: 'InputXGradient' },
];
