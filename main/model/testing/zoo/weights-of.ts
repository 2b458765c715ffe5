import type { LayersModel } from '@tensorflow/tfjs-node';

export interface NamedWeight {
  readonly layer: string;
  /**
   * What it is to its layer: kernel (rows × columns × in × out; dense in × out), depthwise_kernel
   * (rows × columns × in × 1), bias, gamma, beta, moving_mean, moving_variance.
   */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** All weights of a network in the order of its layers, and within a layer in the order in which Keras sets them. */
export const weightsOf = (model: LayersModel): NamedWeight[] =>
  model.layers.flatMap((layer) =>
    layer.weights.map((weight) => ({
      layer: layer.name,
      name: weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1),
      shape: weight.shape as number[],
      values: weight.read().dataSync<'float32'>(),
    })),
  );
