import type { LoadedModel, MethodNeed, TargetLayer } from '../../preload/vocabulary';
import type { ModelCard } from './card';

/** Classes' weights w, y = Σ_k w_k · logit_k, one row an input; 'top' is 1 for each input's highest logit, else 0. */
export type Weights = Float32Array | 'top';

/** A forward pass on which a layer's activation was kept: what lies above it can be run again from here. */
export interface Reached {
  readonly layer: string;
  /** n: how many inputs were run. */
  readonly count: number;
  /** The inputs, n × rows × columns × channels. */
  readonly inputs: Float32Array;
  /** n × classes, in the card's order. */
  readonly logits: Float32Array;
  /** A: n × rows × columns × channels of the layer. */
  readonly activation: Float32Array;
  /** Rows, columns, channels of the layer's grid. */
  readonly shape: readonly [number, number, number];
  /** What bypasses the layer on its way to the logits; whoever ran the model knows its order. */
  readonly beside: readonly Float32Array[];
}

/** A forward pass with g = dy/dA of y = Σ w · logits. */
export interface ReachedWithGradient extends Reached {
  /**
   * g: n × rows × columns × channels of the layer; or once, where it is known to be the same for all inputs. Not to be
   * written into.
   */
  readonly gradient: Float32Array;
  /** n × classes: what 'top' has come to. */
  readonly weights: Float32Array;
}

/** dy/dx of n inputs. */
export interface InputGradient {
  readonly logits: Float32Array;
  /** n × rows × columns × channels. */
  readonly gradient: Float32Array;
  readonly weights: Float32Array;
}

/**
 * What runs a network. Inputs are n × rows × columns × channels one after the other, logits n × classes in the
 * card's order; arrays in, arrays out: no tensors leave it. n is told by the length.
 */
export interface Runner {
  /** Logits of n inputs. */
  run(inputs: Float32Array): Float32Array;
  /** One forward pass that keeps the layer's activation. */
  reach(inputs: Float32Array, layer: string): Reached;
  /** The same with the gradient, in one call. */
  reachWithGradient(inputs: Float32Array, layer: string, weights: Weights): ReachedWithGradient;
  /**
   * dy/dA from a pass that was kept: only what lies above the layer runs. One row of weights an input; or, for a pass
   * of one input, m rows, and the answer is m gradients.
   */
  gradientAbove(reached: Reached, weights: Float32Array): Float32Array;
  /** Logits of m activations in place of the one that was reached by a single input: m × classes. */
  runAbove(reached: Reached, activations: Float32Array): Float32Array;
  /** dy/dx. */
  inputGradient(inputs: Float32Array, weights: Weights): InputGradient;
}

/** What anyone may ask of a model. The calls throw PersonError on an unknown layer and where there is no gradient. */
export interface Model extends Runner {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly format: 'layers-model' | 'graph-model' | 'saved-model';
  readonly card: ModelCard;
  /** Output units of the network; 1 may stand for two classes (scores.ts). */
  readonly units: number;
  /** Layers with a spatial map in the order of computation. */
  readonly layers: readonly TargetLayer[];
  /** The layer explained where none is named; '' where there is none. */
  readonly targetLayer: string;
  /** For each thing that a method may need: why it cannot be had, in plain words; '' where it can. */
  readonly problems: Readonly<Record<MethodNeed, string>>;
  readonly engine: LoadedModel['engine'];
  /** How many inputs may be run at once so that a pass stays within the memory meant for it; at least 1. */
  readonly batch: number;
  /** Frees the weights; the model cannot be used afterwards. */
  dispose(): void;
}
