import { softmax } from '../model/scores';
import { extremesOverSpace, productOverSpace, relu, sumOverSpace, weightedSum } from './channels';
import { maskedBy } from './masked-input';
import type { Method } from './method';
import type { Activation, Scores } from './probe';

/** Channels whose values differ over space; a constant one is no mask, contributes nothing and is not run. */
function varying(layer: Activation): number[] {
  const { minimum, maximum } = extremesOverSpace(layer);
  return Array.from(minimum.keys()).filter((k) => maximum[k]! > minimum[k]!);
}

/** The channels to run: all that vary, or so many with the largest variance over space (Faster Score-CAM). */
function chosen(layer: Activation, channels: number | string): number[] {
  if (channels === 'all') return varying(layer);
  const { activation, shape } = layer;
  const cells = shape[0] * shape[1];
  const means = sumOverSpace(activation, shape).map((sum) => sum / cells);
  const variances = productOverSpace(activation, activation, shape).map(
    (sum, k) => sum / cells - means[k]! ** 2,
  );
  return varying(layer)
    .sort((a, b) => variances[b]! - variances[a]! || a - b)
    .slice(0, Number(channels));
}

/**
 * α of the channels that were run. From logits as in the paper's Algorithm 1, pytorch-grad-cam and torchcam: the
 * softmax over the channels of the increase over a baseline, which cancels in the softmax and is not run. From
 * probabilities as in the authors' code and tf-keras-vis: the class's probability itself.
 */
const weightsFrom = ({ logits, probabilities }: Scores, score: number | string): ArrayLike<number> =>
  score === 'logit' ? softmax(logits) : probabilities;

/** relu(Σ_k α_k A_k), α_k the class's score of x ⊙ H_k (masked-input.ts), in units of the activation. */
export const scoreCam: Method = {
  id: 'score-cam',
  name: 'Score-CAM',
  family: 'cam',
  needs: 'layer',
  passes: 'many',
  place: 'layer',
  unit: 'activation',
  answers:
    'Which features, when only where they lie is left of the image, keep the class’s score up; it needs no gradient.',
  costs:
    'One pass through the whole model per channel of the layer that is not constant: 512 for the last layer of ResNet-18, 2048 for ResNet-50; the faster variant runs as many as it names.',
  misleads:
    'The masked images are unlike any that the model was trained on; channels that cover much of the image score high whatever they show; and few channels can outweigh all others.',
  reference: 'Wang et al., Score-CAM, CVPR Workshops 2020, arXiv:1910.01279',
  parameters: [
    {
      id: 'channels',
      name: 'Channels',
      help: 'All is exact; the faster variant runs only so many channels, those that vary most over the layer (Faster Score-CAM).',
      kind: 'choice',
      default: 'all',
      options: [
        { id: 'all', name: 'All (exact)' },
        ...[256, 128, 64, 32, 16].map((count) => ({
          id: String(count),
          name: `Faster: the ${count} that vary most`,
        })),
      ],
    },
    {
      id: 'score',
      name: 'Score',
      help: 'What weighs a channel: the softmax over the channels of the logit (the paper), or the class’s probability (the authors’ code).',
      kind: 'choice',
      default: 'logit',
      options: [
        { id: 'logit', name: 'Softmax of the logits' },
        { id: 'probability', name: 'Probability' },
      ],
    },
  ],
  async map(probe) {
    const layer = probe.activation();
    const channels = chosen(layer, probe.parameters.channels!);
    const scores = await probe.scores(channels.length, maskedBy(probe, layer, channels));
    const alpha = weightsFrom(scores, probe.parameters.score!);
    const weights = new Float64Array(layer.shape[2]);
    channels.forEach((k, index) => (weights[k] = alpha[index]!));
    return relu(weightedSum(layer, weights));
  },
};
