import type { Slice } from './image';
import type { Region } from './marks';
import type { SliceReference, StudyObject } from './study';

export interface MethodSummary {
  readonly id: string;
  readonly name: string;
  readonly answers: string;
  readonly misleads: string;
  readonly reference: string;
}

/** What a person asks of the engine. */
export interface ExplainRequest {
  readonly modelId: string;
  readonly slice: Slice;
  readonly method: string;
  /** Class index, or 'top'. */
  readonly classIndex: number | 'top';
  /** '' means the model's own target layer. */
  readonly layer: string;
}

export interface ClassScore {
  readonly label: string;
  readonly logit: number;
  /** Softmax or sigmoid of the logit, 0..1. */
  readonly probability: number;
}

/** A relevance map on the slice's own pixel grid: what is drawn, audited and reported is this one array. */
export interface HeatMap {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns, ≥ 0, raw scale (logit units), zero outside what the model saw. */
  readonly values: Float32Array;
  /** The largest value; 0 means no positive evidence. */
  readonly peak: number;
}

export interface Explanation {
  readonly id: string;
  readonly modelId: string;
  readonly sopInstanceUid: string;
  readonly frame: number;
  readonly method: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly layer: string;
  /** Rows and columns of the layer's grid. */
  readonly grid: readonly [number, number];
  /** The layer's own map before upsampling, rows × columns of the grid, raw. */
  readonly gridMap: Float32Array;
  readonly classIndex: number;
  readonly classLabel: string;
  readonly scores: readonly ClassScore[];
  readonly map: HeatMap;
  /** Part of the slice that the model saw, in image pixels: column, row of the corner, width, height. */
  readonly seen: readonly [number, number, number, number];
  readonly milliseconds: { readonly prepare: number; readonly forward: number; readonly explain: number };
  /** Plain-words warnings that belong beside this map. */
  readonly warnings: readonly string[];
}

/** A heat map that was read from a Parametric Map, on the pixel grid of the frame that it refers to. */
export interface ImportedMap extends SliceReference {
  readonly map: HeatMap;
  /** Meaning of the quantity's code, and its UCUM unit ('1' for none). */
  readonly quantity: string;
  readonly unit: string;
}

/** What was read of a study object: regions and maps on the frames it refers to, and in words what was left out. */
export interface ImportedObject {
  readonly object: StudyObject;
  readonly regions: readonly Omit<Region, 'id'>[];
  readonly maps: readonly ImportedMap[];
  readonly leftOut: readonly string[];
}
