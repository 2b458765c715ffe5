import type { Model, ReachedWithGradient } from '../../main/model/port';
import { rowsOf } from '../../main/model/stacked';
import { explainInput, inputShapeOf } from './network';

/** A pass of several inputs as passes of one each. */
function single({ count, ...pass }: ReachedWithGradient): ReachedWithGradient[] {
  const row = (values: Float32Array, index: number): Float32Array =>
    rowsOf(values, values.length / count)[index]!;
  return Array.from({ length: count }, (_, index) => ({
    ...pass,
    count: 1,
    inputs: row(pass.inputs, index),
    logits: row(pass.logits, index),
    activation: row(pass.activation, index),
    gradient: row(pass.gradient, index),
    weights: row(pass.weights, index),
    beside: [],
  }));
}

/** w of a class alone, one row an input. */
function classWeights({ card }: Model, count: number, classIndex: number): Float32Array {
  const classes = card.classes.length;
  return Float32Array.from({ length: count * classes }, (_, i) => (i % classes === classIndex ? 1 : 0));
}

/** Grad-CAM of a class on each of many inputs, n × rows × columns × channels: one pass a batch, then a map an input. */
export async function explainBatches(model: Model, inputs: Float32Array, classIndex: number): Promise<void> {
  const size = inputShapeOf(model).reduce((product, length) => product * length);
  for (let start = 0; start < inputs.length; start += model.batch * size) {
    const batch = inputs.subarray(start, start + model.batch * size);
    const weights = classWeights(model, batch.length / size, classIndex);
    const passes = model.reachWithGradient(batch, model.targetLayer, weights);
    for (const pass of single(passes))
      await explainInput({ ...model, reachWithGradient: () => pass }, pass.inputs, {
        method: 'grad-cam',
        classIndex,
      });
  }
}
