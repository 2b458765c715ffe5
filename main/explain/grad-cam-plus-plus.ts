import { relu, sumOverSpace, weightedSum } from './channels';
import type { Method } from './method';
import type { Evidence } from './probe';

/**
 * w_k = Σ α·relu(g), α = g² / (2g² + g³ ΣA_k + ε) (Equations 5 and 19), one weight a channel. The paper's
 * y = exp(logit) cancels in α but for a common factor, so exp is never computed. Where ΣA_k is negative, as it can be
 * at a layer without a relu, the denominator can reach 0 or less: the paper's α means nothing there and counts as 0
 * (pytorch-grad-cam takes it as it comes).
 */
function weightsOf({ activation, gradient, shape }: Evidence, epsilon: number): Float64Array {
  const total = sumOverSpace(activation, shape);
  const weights = new Float64Array(shape[2]);
  for (let start = 0; start < gradient.length; start += shape[2])
    for (let k = 0; k < shape[2]; k++) {
      const g = gradient[start + k]!;
      if (g <= 0) continue; // relu(g) of Equation 5
      const denominator = g * g * (2 + g * total[k]!); // Equation 19
      if (denominator > 0) weights[k]! += ((g * g) / (denominator + epsilon)) * g;
    }
  return weights;
}

/** relu(Σ_k w_k A_k) (Equation 6), in logit units. */
export const gradCamPlusPlus: Method = {
  id: 'grad-cam++',
  name: 'Grad-CAM++',
  family: 'cam',
  needs: 'layer-gradient',
  passes: 'one',
  place: 'layer',
  unit: 'logit',
  answers:
    "Which places hold features that raise this class's score, with small and repeated objects given their due.",
  costs: 'One pass forward, and back through what lies above the layer.',
  misleads:
    'It counts only rising evidence, so places that speak against the class never show, its weights assume a layer after a relu, and its grid is coarse.',
  reference: 'Chattopadhay et al., Grad-CAM++, WACV 2018, arXiv:1710.11063',
  parameters: [
    {
      id: 'epsilon',
      name: 'Epsilon',
      help: 'Added to the denominator of α, in squared units of the gradient: 1e-6 as in pytorch-grad-cam, which plays down weak gradients; 0 is the paper.',
      kind: 'number',
      default: 1e-6,
      minimum: 0,
      maximum: 1,
      step: 0,
    },
  ],
  map(probe) {
    const evidence = probe.evidence();
    return relu(weightedSum(evidence, weightsOf(evidence, Number(probe.parameters.epsilon))));
  },
};
