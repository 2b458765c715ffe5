import type { Slice } from './image';
import type { Region } from './marks';
import type { SliceReference, StudyObject } from './study';

/** Where a method gets its map from, and so what it can be asked of. */
export type MethodFamily = 'cam' | 'gradient' | 'perturbation' | 'control';

/** What a method must be able to ask of a model. */
export type MethodNeed = 'layer-gradient' | 'layer' | 'input-gradient' | 'scores' | 'nothing';

/**
 * How many passes through the model a method takes with its default parameters: one, within about one pass forward and
 * one back (a control takes none); many, tens to thousands.
 */
export type MethodPasses = 'one' | 'many';

/** A number or a choice that a method's map depends on. */
export type MethodParameter = {
  readonly id: string;
  readonly name: string;
  /** One sentence: what it does, and its unit. */
  readonly help: string;
} & (
  | {
      readonly kind: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      /** Of what it is a whole multiple; 0 for any number. */
      readonly step: number;
    }
  | {
      readonly kind: 'choice';
      readonly default: string;
      readonly options: readonly { readonly id: string; readonly name: string }[];
    }
);

/** Values by the parameters' ids. */
export type MethodParameters = Readonly<Record<string, number | string>>;

export interface MethodSummary {
  readonly id: string;
  readonly name: string;
  readonly family: MethodFamily;
  readonly needs: MethodNeed;
  readonly passes: MethodPasses;
  /** Whether the map lies on the grid of a layer or on the pixels of the model's input. */
  readonly place: 'layer' | 'input';
  /** Unit of the map's values. */
  readonly unit: string;
  readonly answers: string;
  /** What it costs, in passes through the model, in words. */
  readonly costs: string;
  readonly misleads: string;
  readonly reference: string;
  readonly parameters: readonly MethodParameter[];
}

/** What is explained, and how. */
export interface Question {
  /** Id of a method. */
  readonly method: string;
  /** Class index, or 'top'. */
  readonly classIndex: number | 'top';
  /** Index of the class whose logit is taken away, for the difference of two; null for the class alone. */
  readonly against: number | null;
  /** Target layers: none means the model's own; the maps of several are fused. */
  readonly layers: readonly string[];
  /** Those that are not the method's defaults. */
  readonly parameters: MethodParameters;
}

/** What a person asks of the engine. */
export interface ExplainRequest extends Question {
  readonly modelId: string;
  readonly slice: Slice;
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
  /** rows × columns, ≥ 0, raw scale (the method's unit), zero outside what the model saw. */
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
  /** All of the method's parameters. */
  readonly parameters: MethodParameters;
  /** The layers looked at, joined by " + "; 'input' where the method looks at the input's pixels; '' where there is no map. */
  readonly layer: string;
  /** The same, one by one; empty for 'input' and where there is no map. */
  readonly layers: readonly string[];
  /** Rows and columns of the layer's grid, or of the input. */
  readonly grid: readonly [number, number];
  /** The method's own map before upsampling, rows × columns of the grid, raw; it may be signed. */
  readonly gridMap: Float32Array;
  /** Unit of the map's values. */
  readonly unit: string;
  readonly classIndex: number;
  /** Index of the class whose logit is taken away; null where a class is explained alone. */
  readonly against: number | null;
  /** What is explained, in words: the class, or "one − other". */
  readonly classLabel: string;
  readonly scores: readonly ClassScore[];
  readonly map: HeatMap;
  /** Part of the slice that the model saw, in image pixels: column, row of the corner, width, height. */
  readonly seen: readonly [number, number, number, number];
  /** Preparing the input; running the model, forward and back; the method's own arithmetic and the upsampling. */
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
