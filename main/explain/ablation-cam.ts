import { extremesOverSpace, relu, weightedSum } from './channels';
import type { Method } from './method';
import type { Activation, Fill } from './probe';

/** Below this |y|, in logits, the drop is not divided further: a share of nothing has no meaning. */
const smallest = 1e-6;

/** Channels that hold anything: ablating one that is 0 everywhere changes nothing, and it is not run. */
function alive(layer: Activation): number[] {
  const { minimum, maximum } = extremesOverSpace(layer);
  return Array.from(minimum.keys()).filter((k) => minimum[k] !== 0 || maximum[k] !== 0);
}

/**
 * A itself first, then A with each of the channels set to 0. y comes from the same run as the y_k so that what rounding
 * adds to all of them cancels. (pytorch-grad-cam sets the channel to 1e7 below the smallest value where the layer has
 * values below 0; the paper sets it to 0.)
 */
const ablated =
  ({ activation, shape }: Activation, channels: readonly number[]): Fill =>
  (index, into) => {
    into.set(activation);
    if (index > 0) for (let i = channels[index - 1]!; i < into.length; i += shape[2]) into[i] = 0;
  };

/**
 * relu(Σ_k w_k A_k), w_k = (y − y with A_k = 0) / |y|, in units of the activation. The paper divides by y, which turns
 * the map upside down where y < 0, as pytorch-grad-cam does; by |y| a channel whose loss lowers the score always counts
 * for the class.
 */
export const ablationCam: Method = {
  id: 'ablation-cam',
  name: 'Ablation-CAM',
  family: 'cam',
  needs: 'layer',
  passes: 'many',
  place: 'layer',
  unit: 'activation',
  answers: 'Which places hold features without which the class’s score falls; it needs no gradient.',
  costs:
    'One pass per channel of the layer that is not 0, 512 for the last layer of ResNet-18, but only what lies above the layer runs.',
  misleads:
    'It takes away one channel at a time, so features that stand in for each other seem not to matter, and its grid is coarse.',
  reference: 'Desai and Ramaswamy, Ablation-CAM, WACV 2020, doi:10.1109/WACV45572.2020.9093360',
  parameters: [],
  async map(probe) {
    const layer = probe.activation();
    const channels = alive(layer);
    const { logits } = await probe.scoresAbove(1 + channels.length, ablated(layer, channels));
    const y = logits[0]!;
    const weights = new Float64Array(layer.shape[2]);
    channels.forEach((k, index) => (weights[k] = (y - logits[index + 1]!) / Math.max(Math.abs(y), smallest)));
    return relu(weightedSum(layer, weights));
  },
};
