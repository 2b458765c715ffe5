import type { MethodNeed } from './explanation';

export type OutputKind = 'softmax' | 'sigmoid' | 'logit';

/** A layer whose output is a spatial feature map. */
export interface TargetLayer {
  readonly name: string;
  readonly kind: string;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

/** The one way a model's score is made from pixels, in short, for the screen and the report. */
export interface ModelSummary {
  /** Stable within a run: the folder's absolute path. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly intendedUse: string;
  readonly modalities: readonly string[];
  /** Why it cannot be used, in one sentence; '' if it can. */
  readonly problem: string;
}

export interface LoadedModel extends ModelSummary {
  readonly format: string;
  readonly inputShape: readonly [number, number, number];
  readonly preparation: string;
  readonly classes: readonly string[];
  readonly output: OutputKind;
  /** All layers with a spatial map, in the order of computation; empty where there is none. */
  readonly targetLayers: readonly TargetLayer[];
  /** The last spatial feature map before the head, or the card's; '' where there is none. */
  readonly targetLayer: string;
  /** For each thing that a method may need of a model: why it cannot be had, in plain words; '' where it can. */
  readonly problems: Readonly<Record<MethodNeed, string>>;
  /** How it runs: 'compiled', or 'eager' and in words why. */
  readonly engine: { readonly kind: 'compiled' | 'eager' | 'saved-model'; readonly reason: string };
  /** SHA-256 of the weights, hexadecimal, checked at load. */
  readonly weightsSha256: string;
  readonly provenance: string;
  readonly trainingData: string;
  readonly metrics: readonly { readonly name: string; readonly value: number; readonly data: string }[];
  readonly limits: string;
}
