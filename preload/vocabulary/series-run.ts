import type { MethodParameters } from './explanation';
import type { SliceReference } from './study';

/** A frame of a file that a run over a series comes to. */
export interface SeriesPlace extends SliceReference {
  readonly path: string;
  /** Size of its picture, by which many are read at a time. */
  readonly rows: number;
  readonly columns: number;
}

/** What a run over a series tells of a slice; its map is made when the slice is looked at. */
export interface SliceAnswer extends SliceReference {
  readonly explanationId: string;
  readonly modelId: string;
  /** What was explained, in words. */
  readonly label: string;
  /** Probability of the explained class, 0..1; or the difference of two, −1..1. */
  readonly score: number;
  /** Peak of the map on the slice, in the map's unit: one scale for all slices of a run. */
  readonly peak: number;
  readonly unit: string;
}

/** A slice that a run could not explain, and why, in one sentence. */
export interface SliceLeftOut extends SliceReference {
  readonly reason: string;
}

/** What a run tells of a slice, whichever. */
export type SliceTold = SliceAnswer | SliceLeftOut;

/** What became known since the last part: partial results are there as soon as they are made. */
export interface SeriesPart {
  readonly answers: readonly SliceAnswer[];
  readonly leftOut: readonly SliceLeftOut[];
  /** Slices that were come to so far, and all. */
  readonly done: number;
  readonly total: number;
}

/** What is asked of several classes alike. */
export interface ClassMapsQuestion {
  readonly modelId: string;
  readonly method: string;
  readonly parameters: MethodParameters;
  /** '' means the model's own target layer. */
  readonly layer: string;
  /** Indices of the classes; none means all of them. */
  readonly classes: readonly number[];
}

/** One class's answer and its map on the layer's grid, raw: the maps of the classes share one scale. */
export interface ClassMap {
  readonly classIndex: number;
  readonly label: string;
  readonly logit: number;
  /** 0..1. */
  readonly probability: number;
  /** Rows and columns of the layer. */
  readonly grid: readonly [number, number];
  /** rows × columns of the grid. */
  readonly gridMap: Float32Array;
  /** Its largest value, at least 0: 0 means no positive evidence. */
  readonly peak: number;
}
