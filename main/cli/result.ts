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
  const { scores, classIndex, against, classLabel, layer, layers, grid, gridMap, map } = explanation;
  const { method, parameters, unit } = explanation;
  return {
    class: { index: classIndex, label: classLabel },
    against: against === null ? null : { index: against, label: scores[against]!.label },
    classes: scores.map(({ label }) => label),
    logits: scores.map(({ logit }) => logit),
    probabilities: scores.map(({ probability }) => probability),
    layer,
    layers,
    grid,
    method,
    parameters,
    unit,
    /** Of the grid's own map, and of the map on the image; both raw, in the unit. */
    gridPeak: gridMap.reduce((peak, value) => Math.max(peak, value), 0),
    peak: map.peak,
    seen: explanation.seen,
    timings: explanation.milliseconds,
    warnings: explanation.warnings,
  };
}
