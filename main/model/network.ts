import type { TargetLayer } from '../../preload/vocabulary';
import type { Tensor } from './tensorflow';

/**
 * What the two kinds of TensorFlow.js model have to offer for a port to be made of them. Tensors in, tensors out;
 * the caller owns the tape and the tidying.
 */
export interface Network {
  /** Spatial layers in the order of computation; one that is used twice has no single map, and is left out. */
  readonly layers: readonly TargetLayer[];
  /** Why positions are lost before the head although there are spatial layers; '' where they are not. */
  readonly mixing: string;
  /** Output units, as logits: a tensor whose elements are the units, whatever its shape. */
  logits(input: Tensor): Tensor;
  /** The same, while what each spatial layer gives is shown in the order of computation. */
  watched(input: Tensor, seen: (layer: string, output: Tensor) => void): Tensor;
  /** A layer's activation, and what lies above it as a function of the activation. */
  tail(input: Tensor, layer: string): Tail;
  dispose(): void;
}

export interface Tail {
  /** The layer's activation: where to differentiate. */
  readonly at: Tensor;
  /** Logits as a function of at. */
  from(value: Tensor): Tensor;
  /** Frees what was kept. */
  dispose(): void;
}
