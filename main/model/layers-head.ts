import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { PersonError } from '../process/errors';
import { isModel, type Layer } from './layers-walk';
import type { Tf } from './tensorflow';

/** Layers that only rearrange or pass on, behind which the last activation may hide. */
const passing = new Set(['Flatten', 'Reshape', 'Dropout', 'Permute']);

/** A layer with an activation that can be taken off (Dense, Conv2D, Activation…). */
type Activated = Layer & { activation?: { getClassName(): string } | null };

/** The layer that makes a tensor, nested models opened. */
function sourceOf(tensor: SymbolicTensor): Layer {
  const layer = tensor.sourceLayer;
  return isModel(layer) ? sourceOf(layer.outputs[tensor.outputTensorIndex ?? 0]!) : layer;
}

/** The last layer that changes values. */
function headOf(tensor: SymbolicTensor): Layer {
  const layer = sourceOf(tensor);
  const before = layer.input;
  return passing.has(layer.getClassName()) && !Array.isArray(before) ? headOf(before) : layer;
}

/**
 * Takes the last softmax or sigmoid off a model, so that its outputs are logits: the float32 gradient of a saturated
 * probability is exactly 0. The model belongs to us, so it stays off.
 */
export function endInLogits(tf: Tf, model: LayersModel, folder: string): void {
  const head = headOf(model.outputs[0]!) as Activated;
  if (head.getClassName() === 'Softmax') {
    head.call = (inputs) => (Array.isArray(inputs) ? inputs[0]! : inputs).clone();
    return;
  }
  const name = head.activation?.getClassName() ?? 'linear';
  if (name === 'linear') return;
  if (name !== 'softmax' && name !== 'sigmoid')
    throw new PersonError(
      `The model in ${folder} ends in a ${name} activation, from which no logit can be had; end it in softmax, sigmoid or none.`,
    );
  const linear = tf.layers.activation({ activation: 'linear' }) as Activated;
  head.activation = linear.activation!;
}
