import type { MethodParameters } from '../../preload/vocabulary';

export type Shape = readonly [rows: number, columns: number, channels: number];

/** A layer's activation A: rows × columns × channels, row by row, as the layer has it. */
export interface Activation {
  readonly activation: Float32Array;
  readonly shape: Shape;
}

/** What the gradient methods of the CAM family work on. */
export interface Evidence extends Activation {
  /** g = dy/dA, of the same shape as A. */
  readonly gradient: Float32Array;
  /** y: the explained class's logit, or the difference of two. */
  readonly logit: number;
}

/** What the model answers to many inputs: of what is explained, one value an input. */
export interface Scores {
  /** y: the logit, or the difference of two classes' logits. */
  readonly logits: Float64Array;
  /** The class's probability as the card makes it of the logits, or the difference of two, −1..1. */
  readonly probabilities: Float64Array;
}

/** Writes the index-th of many inputs (or activations) into a zeroed array of its size. */
export type Fill = (index: number, into: Float32Array) => void;

/** Takes the index-th gradient dy/dx (of the input's shape; only valid during the call) and its y. */
export type TakeGradient = (index: number, gradient: Float32Array, logit: number) => void;

/**
 * One question to a model about one input, as a method sees it: arrays in, arrays out, what is explained already
 * chosen. Many inputs are made when their turn comes and run in batches that fit the memory, with progress between
 * them; a question that was given up ends with CancelledError there.
 */
export interface Probe {
  /** x: the prepared input, rows × columns × channels, row by row. */
  readonly input: Float32Array;
  readonly inputShape: Shape;
  /** Smallest and largest value that preparation can give, for each channel. */
  readonly range: readonly { readonly minimum: number; readonly maximum: number }[];
  /** All parameters of the method, the given ones and the defaults. */
  readonly parameters: MethodParameters;
  /** The model's answer to x itself. */
  readonly answer: { readonly logit: number; readonly probability: number };
  /** A without its gradient. */
  activation(): Activation;
  /** A and g. */
  evidence(): Evidence;
  /** Runs so many inputs. */
  scores(count: number, fill: Fill): Promise<Scores>;
  /** Runs what lies above the layer on so many activations in place of A. */
  scoresAbove(count: number, fill: Fill): Promise<Scores>;
  /** dy/dx of so many inputs. */
  inputGradients(count: number, fill: Fill, take: TakeGradient): Promise<void>;
}
