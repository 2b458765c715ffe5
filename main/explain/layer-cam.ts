import { productOverChannels, relu } from './channels';
import type { Method } from './method';

/** relu(Σ_k relu(g) ⊙ A_k): each place of each channel has its own weight, the gradient there; in logit units. */
export const layerCam: Method = {
  id: 'layer-cam',
  name: 'LayerCAM',
  family: 'cam',
  needs: 'layer-gradient',
  passes: 'one',
  place: 'layer',
  unit: 'logit',
  answers:
    "Which places hold features that raise this class's score, sharp enough for early layers with fine grids.",
  costs: 'One pass forward, and back through what lies above the layer.',
  misleads:
    'It drops every falling gradient, so places where much speaks for and against the class look like pure evidence; in early layers it follows edges and texture.',
  reference:
    'Jiang et al., LayerCAM, IEEE Transactions on Image Processing 2021, doi:10.1109/TIP.2021.3089943',
  parameters: [],
  map(probe) {
    const { gradient, activation, shape } = probe.evidence();
    return relu(productOverChannels(relu(gradient), activation, shape));
  },
};
