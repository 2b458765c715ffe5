import { relu, sumOverSpace, weightedSum } from './channels';
import type { Method } from './method';

const epsilon = 1e-6;

/**
 * relu(Σ_k w_k A_k), w_k = Σ α·relu(g), α = g² / (2g² + g³ ΣA_k + ε) (Equations 5 and 19). The paper's y = exp(logit)
 * cancels in α but for a common factor, so exp is never computed. Where ΣA_k is negative the denominator can reach
 * 0 or less, α means nothing there and counts as 0.
 */
export const gradCamPlusPlus: Method = {
  id: 'grad-cam++',
  name: 'Grad-CAM++',
  answers:
    "Which places hold features that raise this class's score, with small and repeated objects given their due.",
  misleads:
    'It counts only rising evidence, so places that speak against the class never show, and its grid is coarse.',
  reference: 'Chattopadhay et al., Grad-CAM++, WACV 2018, arXiv:1710.11063',
  parameters: { epsilon },
  map(evidence) {
    const { activation, gradient, shape } = evidence;
    const total = sumOverSpace(evidence, (i) => activation[i]!);
    const weights = sumOverSpace(evidence, (i) => {
      const g = gradient[i]!;
      const denominator = 2 * g * g + g * g * g * total[i % shape[2]]!;
      return g > 0 && denominator > 0 ? ((g * g) / (denominator + epsilon)) * g : 0;
    });
    return relu(weightedSum(evidence, (_, k) => weights[k]!));
  },
};
