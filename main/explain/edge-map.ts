import { greyOf } from './grey';
import type { Method } from './method';
import { sobel } from './sobel';

/** Sobel magnitude of the input's luminance: ≥ 0, in grey (0 black, 1 white) a pixel. */
export const edgeMap: Method = {
  id: 'edge-map',
  name: 'Edge map (negative control)',
  family: 'control',
  needs: 'nothing',
  passes: 'one',
  place: 'input',
  unit: 'grey',
  answers: 'Where the image has edges: it is a map that does not know the model, to compare others with.',
  costs: 'No pass through the model.',
  misleads:
    'It is meant to: it follows the anatomy and so looks convincing; if your map looks like this one, it may show the image rather than what the model made of it.',
  reference: 'Adebayo et al., Sanity Checks for Saliency Maps, NeurIPS 2018, arXiv:1810.03292',
  parameters: [],
  map: (probe) => sobel(greyOf(probe), [probe.inputShape[0], probe.inputShape[1]]),
};
