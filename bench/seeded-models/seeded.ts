import type { SymbolicTensor } from '@tensorflow/tfjs-node';
import { tensorflow } from '../../main/model/tensorflow';

const tf = tensorflow();
type Layer = { apply(inputs: SymbolicTensor | SymbolicTensor[]): unknown };

/** Layers whose weights are the same in every run: the seed counts up from 1. */
export class Seeded {
  #seed = 1;

  /** Applies a layer to one tensor, or to several. */
  through(layer: Layer, from: SymbolicTensor | SymbolicTensor[]): SymbolicTensor {
    return layer.apply(from) as SymbolicTensor;
  }

  /** Convolution without bias, then batch normalisation. */
  conv(from: SymbolicTensor, filters: number, kernelSize: number, strides = 1): SymbolicTensor {
    const kernelInitializer = tf.initializers.heNormal({ seed: this.#seed++ });
    const layer = tf.layers.conv2d({
      filters,
      kernelSize,
      strides,
      padding: 'same',
      useBias: false,
      kernelInitializer,
    });
    return this.#normalised(this.through(layer, from));
  }

  /** Depthwise 3 × 3 convolution without bias, then batch normalisation. */
  depthwise(from: SymbolicTensor, strides: number): SymbolicTensor {
    const depthwiseInitializer = tf.initializers.heNormal({ seed: this.#seed++ });
    const layer = tf.layers.depthwiseConv2d({
      kernelSize: 3,
      strides,
      padding: 'same',
      useBias: false,
      depthwiseInitializer,
    });
    return this.#normalised(this.through(layer, from));
  }

  relu(from: SymbolicTensor): SymbolicTensor {
    return this.through(tf.layers.activation({ activation: 'relu' }), from);
  }

  relu6(from: SymbolicTensor): SymbolicTensor {
    return this.through(tf.layers.activation({ activation: 'relu6' }), from);
  }

  add(...from: SymbolicTensor[]): SymbolicTensor {
    return this.through(tf.layers.add(), from);
  }

  /** Global average and a softmax over 1000 classes, as on ImageNet. */
  head(from: SymbolicTensor): SymbolicTensor {
    const pooled = this.through(tf.layers.globalAveragePooling2d({}), from);
    const kernelInitializer = tf.initializers.glorotNormal({ seed: this.#seed++ });
    return this.through(tf.layers.dense({ units: 1000, activation: 'softmax', kernelInitializer }), pooled);
  }

  #normalised(from: SymbolicTensor): SymbolicTensor {
    return this.through(tf.layers.batchNormalization({}), from);
  }
}
