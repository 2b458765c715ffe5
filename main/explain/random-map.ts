import { bilinear } from './bilinear';
import type { Method } from './method';
import { seededRandom, seedParameter } from './random';

/** Uniform noise on a grid of cells × cells, enlarged to the input's pixels (half-pixel bilinear): 0..1. */
export const randomMap: Method = {
  id: 'random-map',
  name: 'Random map (negative control)',
  family: 'control',
  needs: 'nothing',
  passes: 'one',
  place: 'input',
  unit: 'share',
  answers: 'Nothing: it is a map that knows neither the model nor the image, to compare others with.',
  costs: 'No pass through the model.',
  misleads:
    'It is meant to: if your map looks no better placed than this one, or scores no better in the audit, it says nothing of the model.',
  reference: 'Adebayo et al., Sanity Checks for Saliency Maps, NeurIPS 2018, arXiv:1810.03292',
  parameters: [
    {
      id: 'cells',
      name: 'Cells',
      help: 'Of how many cells along each side the noise is made, as the grid of a layer would be.',
      kind: 'number',
      default: 7,
      minimum: 1,
      maximum: 256,
      step: 1,
    },
    seedParameter,
  ],
  map({ inputShape: [rows, columns], parameters }) {
    const cells = Number(parameters.cells);
    const random = seededRandom(Number(parameters.seed));
    const noise = Float32Array.from({ length: cells * cells }, () => random.uniform());
    const map = new Float32Array(rows * columns);
    bilinear([cells, cells], [rows, columns])(noise, map);
    return map;
  },
};
