import type { ReachedWithGradient } from './port';
import { rowsOf } from './stacked';

/** A pass of n inputs as n passes of one input each; views, not copies. */
export function eachOf(pass: ReachedWithGradient): ReachedWithGradient[] {
  const rows = (values: Float32Array): Float32Array[] => rowsOf(values, values.length / pass.count);
  const [inputs, logits, activation] = [rows(pass.inputs), rows(pass.logits), rows(pass.activation)];
  const [weights, beside] = [rows(pass.weights), pass.beside.map(rows)];
  const gradients = pass.gradient.length < pass.activation.length ? null : rows(pass.gradient);
  return inputs.map((input, i) => ({
    ...{ layer: pass.layer, shape: pass.shape, count: 1, inputs: input, logits: logits[i]! },
    ...{ activation: activation[i]!, gradient: gradients?.[i] ?? pass.gradient, weights: weights[i]! },
    beside: beside.map((value) => value[i]!),
  }));
}
