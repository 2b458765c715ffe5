import { productOverSpace, relu, sumOverSpace, weightedSum } from './channels';
import type { Method } from './method';
import type { Evidence } from './probe';

/** Below this sum, in units of the activation, a channel holds nothing that could be shared out. */
const nothing = 1e-7;

/**
 * w_k = Σ g ⊙ A_k / Σ A_k, one weight a channel: the weights of CAM's sum that meet the paper's two axioms, sensitivity
 * (taking a channel away takes w_k ΣA_k from y) and conservation (the map adds up to y), exactly under a linear head
 * and nearly elsewhere. A channel with ΣA_k = 0 has no weight (pytorch-grad-cam adds 1e-7 to the sum instead).
 */
export function xGradWeights({ activation, gradient, shape }: Evidence): Float64Array {
  const total = sumOverSpace(activation, shape);
  return productOverSpace(gradient, activation, shape).map((product, k) =>
    Math.abs(total[k]!) < nothing ? 0 : product / total[k]!,
  );
}

/** relu(Σ_k w_k A_k), in logit units. */
export const xGradCam: Method = {
  id: 'xgrad-cam',
  name: 'XGrad-CAM',
  family: 'cam',
  needs: 'layer-gradient',
  passes: 'one',
  place: 'layer',
  unit: 'logit',
  answers:
    "Which places hold features that raise this class's score, each channel weighted by what it adds to it.",
  costs: 'One pass forward, and back through what lies above the layer.',
  misleads:
    'It divides by the sum of each channel, so at a layer without a relu, where values of both signs cancel, its weights can be huge and mean nothing; its grid is coarse.',
  reference: 'Fu et al., Axiom-based Grad-CAM, BMVC 2020, arXiv:2008.02312',
  parameters: [],
  map(probe) {
    const evidence = probe.evidence();
    return relu(weightedSum(evidence, xGradWeights(evidence)));
  },
};
