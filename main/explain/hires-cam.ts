import { productOverChannels } from './channels';
import type { Method } from './method';

/** Σ_k g ⊙ A: signed, in logit units; what is above 0 speaks for the class. Equals Grad-CAM where g is constant. */
export const hiResCam: Method = {
  id: 'hires-cam',
  name: 'HiResCAM',
  family: 'cam',
  needs: 'layer-gradient',
  passes: 'one',
  place: 'layer',
  unit: 'logit',
  answers: "How much each place adds to this class's score, cell by cell.",
  costs: 'One pass forward, and back through what lies above the layer.',
  misleads: 'It is exact only where nothing but a linear head follows the layer, and it can look noisy.',
  reference: 'Draelos and Carin, HiResCAM, 2020, arXiv:2011.08891',
  parameters: [],
  map(probe) {
    const { gradient, activation, shape } = probe.evidence();
    return productOverChannels(gradient, activation, shape);
  },
};
