import type { LayersModel } from '@tensorflow/tfjs-node';

/** What can be changed of an architecture; without it it is as its paper has it, for ImageNet. */
export interface ZooOptions {
  /** Rows and columns of the input. */
  readonly size?: number;
  /** Factor on every number of channels, 1 as published; small networks for quick tests. */
  readonly width?: number;
  readonly classes?: number;
  /** The last activation. */
  readonly activation?: 'softmax' | 'sigmoid' | 'linear';
}

/** Builds an architecture with seeded weights; the same options give the same weights. */
export type BuildArchitecture = (options?: ZooOptions) => LayersModel;

/** A number of channels at a width: rounded, at least 4. */
export const scaled = (channels: number, width: number): number => Math.max(4, Math.round(channels * width));
