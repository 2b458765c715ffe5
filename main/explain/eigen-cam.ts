import { sumOverSpace } from './channels';
import { firstProjection, type Matrix } from './first-singular';
import type { Method } from './method';
import type { Activation } from './probe';

/** A as a matrix of cells × channels, each channel without its mean over space where it is to be centred. */
function matrixOf({ activation, shape }: Activation, centred: boolean): Matrix {
  const [cells, channels] = [shape[0] * shape[1], shape[2]];
  const means = centred
    ? sumOverSpace(activation, shape).map((sum) => sum / cells)
    : new Float64Array(channels);
  const values = new Float64Array(activation.length);
  for (let start = 0; start < values.length; start += channels)
    for (let k = 0; k < channels; k++) values[start + k] = activation[start + k]! - means[k]!;
  return { values, rows: cells, columns: channels };
}

/** Σ over cells of map · mean activation: for a centred map, its covariance with where the layer is active. */
function withActivity(map: Float64Array, { activation, shape }: Activation): number {
  let sum = 0;
  for (let cell = 0, i = 0; cell < map.length; cell++)
    for (let k = 0; k < shape[2]; k++, i++) sum += map[cell]! * activation[i]!;
  return sum / shape[2];
}

/**
 * A v₁: the layer, as cells × channels, projected on its first right singular vector; signed, in units of the
 * activation. A singular vector has no sign of its own: it is chosen so that the map goes with the mean activation of
 * the channels (pytorch-grad-cam leaves it to chance). It knows no class and no score.
 */
export const eigenCam: Method = {
  id: 'eigen-cam',
  name: 'Eigen-CAM',
  family: 'cam',
  needs: 'layer',
  passes: 'one',
  place: 'layer',
  unit: 'activation',
  answers: 'Where the layer finds what it finds most of, whatever the class.',
  costs: 'One pass forward.',
  misleads:
    'It knows no class: the map is the same for every answer, right or wrong, and it shows what stands out, which may be the anatomy and not the finding.',
  reference: 'Muhammad and Yeasin, Eigen-CAM, IJCNN 2020, arXiv:2008.00299',
  parameters: [
    {
      id: 'centring',
      name: 'Centring',
      help: 'Whether each channel’s mean is taken away first: yes as in pytorch-grad-cam, which leaves what differs from place to place; no is the paper.',
      kind: 'choice',
      default: 'yes',
      options: [
        { id: 'yes', name: 'Channels centred' },
        { id: 'no', name: 'As they are' },
      ],
    },
  ],
  map(probe) {
    const layer = probe.activation();
    const map = firstProjection(matrixOf(layer, probe.parameters.centring === 'yes'));
    const sign = withActivity(map, layer) < 0 ? -1 : 1;
    return Float32Array.from(map, (value) => sign * value);
  },
};
