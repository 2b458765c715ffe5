import { inputGradient } from './input-gradient';
import type { Method } from './method';
import { sumOverChannels } from './over-channels';

/**
 * Σ over channels of x ⊙ dy/dx, signed, in logits. x is the prepared input, as the model gets it: what is 0 after the
 * card's normalisation has no part in the map, and that need not be black.
 */
export const inputXGradient: Method = {
  id: 'input-x-gradient',
  name: 'Input × gradient',
  family: 'gradient',
  needs: 'input-gradient',
  passes: 'one',
  place: 'input',
  unit: 'logit',
  answers: 'How much each pixel adds to this class’s score, if the score were a straight line in the pixels.',
  costs: 'One pass forward, and back through the whole network.',
  misleads:
    'Pixels whose prepared value is 0 never show (black, or the mean grey where the card normalises by a mean), bright ones are favoured, and it is as noisy as the gradient.',
  reference: 'Shrikumar et al., Not Just a Black Box, 2016, arXiv:1605.01713',
  parameters: [],
  async map(probe) {
    const gradient = await inputGradient(probe);
    return sumOverChannels(probe.inputShape, (i) => probe.input[i]! * gradient[i]!);
  },
};
