import { inputGradient } from './input-gradient';
import type { Method } from './method';
import { largestMagnitude } from './over-channels';

/** max over channels of |dy/dx| (Section 3.1), ≥ 0, in logits per unit of the prepared input. */
export const saliency: Method = {
  id: 'saliency',
  name: 'Saliency',
  family: 'gradient',
  needs: 'input-gradient',
  passes: 'one',
  place: 'input',
  unit: 'logit per input unit',
  answers: 'Which pixels would move this class’s score most if they changed a little.',
  costs: 'One pass forward, and back through the whole network.',
  misleads:
    'It is noisy, it says nothing of the direction (a pixel may speak against the class), and what the score hardly reacts to any more, because it is sure, does not show.',
  reference: 'Simonyan et al., Deep Inside Convolutional Networks, 2013, arXiv:1312.6034',
  parameters: [],
  async map(probe) {
    return largestMagnitude(await inputGradient(probe), probe.inputShape);
  },
};
