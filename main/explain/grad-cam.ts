import { relu, sumOverSpace, weightedSum } from './channels';
import type { Method } from './method';

/** relu(Σ_k α_k A_k), α_k = mean of dy/dA_k over space (Equations 1 and 2), in logit units. */
export const gradCam: Method = {
  id: 'grad-cam',
  name: 'Grad-CAM',
  family: 'cam',
  needs: 'layer-gradient',
  passes: 'one',
  place: 'layer',
  unit: 'logit',
  answers: "Which places hold features that raise this class's score.",
  costs: 'One pass forward, and back through what lies above the layer.',
  misleads:
    'It averages the gradient over the whole layer, so it can light up places that the model did not use, it sees one layer only, several objects of the class run into one, and its grid is coarse.',
  reference: 'Selvaraju et al., Grad-CAM, ICCV 2017, arXiv:1610.02391',
  parameters: [],
  map(probe) {
    const evidence = probe.evidence();
    const { gradient, shape } = evidence;
    const cells = shape[0] * shape[1];
    const alpha = sumOverSpace(gradient, shape).map((sum) => sum / cells); // Equation 1
    return relu(weightedSum(evidence, alpha)); // Equation 2
  },
};
