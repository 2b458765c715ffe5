import type { MethodSummary } from '../../preload/vocabulary';

/** What a method of the CAM family works on: rows × columns × channels, row by row, as the layer has them. */
export interface Evidence {
  /** A: the layer's activation. */
  readonly activation: Float32Array;
  /** g = dy/dA of the explained class's logit y. */
  readonly gradient: Float32Array;
  readonly shape: readonly [rows: number, columns: number, channels: number];
  /** y. */
  readonly logit: number;
}

/** One way to make a map from a layer's activation and gradient. */
export interface Method extends MethodSummary {
  /** Numbers and names that the result depends on, for the record. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The map on the layer's grid, rows × columns, not normalised; what is above 0 is evidence for the class. */
  map(evidence: Evidence): Float32Array;
}
