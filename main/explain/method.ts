import type { MethodSummary } from '../../preload/vocabulary';
import type { Probe } from './probe';

/** One way to explain an answer: a file like this, and a line in the list. */
export interface Method extends MethodSummary {
  /**
   * The map, not normalised; what is above 0 is evidence for what is explained. On the layer's grid (rows × columns)
   * where place is 'layer', on the input's pixels where it is 'input'. Long work goes through the probe, which tells
   * the progress and throws CancelledError when it was given up.
   */
  map(probe: Probe): Float32Array | Promise<Float32Array>;
  /** What must be said beside this very map, as whole sentences (a poor fit, a seed that matters). */
  warnings?(probe: Probe, map: Float32Array): readonly string[];
}
