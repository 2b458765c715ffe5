import type { TargetLayer } from '../../preload/vocabulary';
import type { Tensor } from './tensorflow';

/**
 * What the two kinds of TensorFlow.js model have to offer for a port to be made of them. Tensors in, tensors out;
 * the caller owns the tape and the tidying.
 */
export interface Network {
  /** Spatial layers in the order of computation, by one pass over an empty input. */
  readonly layers: readonly TargetLayer[];
  /** Why positions are lost before the head although there are spatial layers; '' where they are not. */
  readonly mixing: string;
  /** Output units, as logits: any shape whose elements are the units. */
  logits(input: Tensor): Tensor;
  /**
   * The layer's activation and a function of a tensor of its shape that gives the logits: with the zero tensor it
   * is the network itself; its gradient at zero is the gradient with respect to the activation.
   */
  tail(input: Tensor, layer: string): Tail;
  dispose(): void;
}

export interface Tail {
  /** Where to differentiate: the activation itself, or zeros added to it. */
  readonly at: Tensor;
  /** Logits as a function of at. */
  from(value: Tensor): Tensor;
  /** The activation, known once from() has run; values are the layer's own. */
  activation(): Float32Array;
}
