import { tensorflow } from '../tensorflow';

const tf = tensorflow();

/** Seeded weights. */
export const normal = (seed: number) => tf.initializers.glorotNormal({ seed });
/** A convolution of 3 × 3, smooth, so that differences converge. */
export const conv = (name: string, filters: number, seed: number, strides = 1) =>
  tf.layers.conv2d({
    name,
    filters,
    kernelSize: 3,
    strides,
    padding: 'same',
    activation: 'tanh',
    kernelInitializer: normal(seed),
  });
/** The last layer. */
export const dense = (units: number, activation: 'softmax' | 'sigmoid' | 'linear' | 'relu', seed = 9) =>
  tf.layers.dense({ name: 'head', units, activation, kernelInitializer: normal(seed) });
