import type { PhantomRegion } from '../draw/region';

/** Whether artefacts come and go by themselves, or go with the positive label in 95 % of the images. */
export type Bias = 'honest' | 'shortcut';

/** A rendered image: stored values in row order (colour interleaved) and what is truly in it. */
export interface Phantom {
  pixels: Uint16Array | Uint8Array;
  rows: number;
  columns: number;
  regions: PhantomRegion[];
}

/** One classification problem: how its images are drawn and how a model is fed. */
export interface Problem {
  kind: ProblemKind;
  modality: readonly string[];
  channels: 1 | 3;
  /** Side of the model's input and of the demonstration's own images, pixels. */
  inputSize: number;
  fullSize: number;
  /** Side at which training images are drawn, a whole multiple of the input's side. */
  drawSize: number;
  /** Stored value that becomes 1 after the range step. */
  maximum: number;
  mean: readonly number[];
  std: readonly number[];
  /** Negative class first. */
  classes: readonly { label: string; description: string }[];
  /** The artefact that gives the label away in a biased population. */
  shortcut: string;
  /** The convolutions, each with its kernel's side and stride; `pool` halves once more after it. */
  blocks: readonly { filters: number; kernel: 1 | 3; stride: 1 | 2; pool?: true }[];
  /** Draws an image of a population at any size; the same seed gives the same scene at every size. */
  draw(seed: string, bias: Bias, positive: boolean, size: number): Phantom;
}

export type ProblemKind = 'chest' | 'skin';
