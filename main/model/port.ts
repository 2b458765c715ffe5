import type { TargetLayer } from '../../preload/vocabulary';
import type { ModelCard } from './card';

/** What one forward pass gives: one logit a class of the card, in its order. */
export interface Forward {
  readonly logits: readonly number[];
  readonly milliseconds: number;
}

/** A target layer's activation A and g = dy/dA of one class's logit y; both rows × columns × channels, row by row. */
export interface LayerEvidence {
  readonly logits: readonly number[];
  readonly classIndex: number;
  readonly activation: Float32Array;
  readonly gradient: Float32Array;
  /** Rows, columns, channels of the layer's grid. */
  readonly shape: readonly [number, number, number];
  readonly milliseconds: { readonly forward: number; readonly gradient: number };
}

/** What anyone may ask of a model: arrays in, arrays out; no tensors leave it. */
export interface Model {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly format: 'layers-model' | 'graph-model';
  readonly card: ModelCard;
  /** Output units of the network; 1 may stand for two classes (scores.ts). */
  readonly units: number;
  /** Layers with a spatial map in the order of computation. */
  readonly layers: readonly TargetLayer[];
  /** The layer explained where none is named; '' where there is none. */
  readonly targetLayer: string;
  /** Why the CAM family does not apply, in plain words; '' where it does. */
  readonly camProblem: string;
  /** Logits of one input, 1 × rows × columns × channels as the card says. */
  run(input: Float32Array): Forward;
  /** One pass forward and back from the class's logit to the layer; 'top' takes the class of the highest logit. */
  activationAndGradient(input: Float32Array, layer: string, classIndex: number | 'top'): LayerEvidence;
  /** Frees the weights; the model cannot be used afterwards. */
  dispose(): void;
}
