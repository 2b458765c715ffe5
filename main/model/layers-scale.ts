import type { NamedLayer } from './layers-walk';
import type { Tensor, Tf } from './tensorflow';

/** The part of a BatchNormalization layer that is looked at; gamma is null where the layer has no scale. */
interface Normalisation {
  gamma: { read(): Tensor } | null;
  movingVariance: { read(): Tensor };
}

/**
 * Gives every batch normalisation without a scale (Inception V3 has none) a scale of ones, which changes no value:
 * TensorFlow.js 4.22 saves the scale for the gradient without asking whether there is one. The answer is what was
 * made; it must live as long as the model.
 */
export function giveScales(tf: Tf, leaves: readonly NamedLayer[]): Tensor[] {
  const scales: Tensor[] = [];
  for (const { layer } of leaves) {
    const normalisation = layer as unknown as Normalisation;
    if (layer.getClassName() !== 'BatchNormalization' || normalisation.gamma) continue;
    const scale = tf.keep(tf.onesLike(normalisation.movingVariance.read()));
    scales.push(scale);
    normalisation.gamma = { read: () => scale };
  }
  return scales;
}
