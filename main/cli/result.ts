import type { Explanation, LoadedModel } from '../../preload/vocabulary';

/** A model as results name it. */
export const modelRecord = ({ name, version, format, weightsSha256 }: LoadedModel) => ({
  name,
  version,
  format,
  weightsSha256,
});

/** An explanation as results record it: everything but the maps, which are files of their own. */
export function explanationRecord(explanation: Explanation) {
  const { scores, classIndex, classLabel, layer, grid, gridMap, method, parameters, map } = explanation;
  return {
    class: { index: classIndex, label: classLabel },
    classes: scores.map(({ label }) => label),
    logits: scores.map(({ logit }) => logit),
    probabilities: scores.map(({ probability }) => probability),
    layer,
    grid,
    method,
    parameters,
    /** Of the layer's own map, and of the map on the image; both raw, in logit units. */
    gridPeak: gridMap.reduce((peak, value) => Math.max(peak, value), 0),
    peak: map.peak,
    seen: explanation.seen,
    timings: explanation.milliseconds,
    warnings: explanation.warnings,
  };
}
