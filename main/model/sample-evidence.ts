import type { Model, ReachedWithGradient } from './port';

/** Evidence of one class, or of the top one, at a layer: for tests that look at a model directly. */
export function evidenceAt(
  model: Model,
  input: Float32Array,
  layer: string,
  classIndex: number | 'top',
): ReachedWithGradient {
  if (classIndex === 'top') return model.reachWithGradient(input, layer, 'top');
  const weights = new Float32Array(model.card.classes.length);
  weights[classIndex] = 1;
  return model.reachWithGradient(input, layer, weights);
}
