import type { Explanation, Slice, SliceReference } from '../../preload/vocabulary';
import { type Placement, samePlacement, seenBy } from '../prepare/placement';
import { prepareSlice } from '../prepare/prepare';
import type { ModelCard } from '../model/card';
import type { LayerEvidence, Model } from '../model/port';
import { classScores, topClass } from '../model/scores';
import { PersonError } from '../process/errors';
import { methodNamed } from './index';
import { toSlice } from './resize';

/** What to explain and how. */
export interface Wish {
  /** Id or name of a method. */
  readonly method: string;
  readonly classIndex: number | 'top';
  /** '' means the model's own target layer. */
  readonly layer: string;
}

/** A model's input with what is known of where it came from. */
export interface Source extends SliceReference {
  readonly input: Float32Array;
  readonly placement: Placement;
  readonly warnings: readonly string[];
  /** Milliseconds that preparation took. */
  readonly prepare: number;
}

/** A slice as a source for a model. */
export function sourceOfSlice(card: ModelCard, slice: Slice): Source {
  const start = performance.now();
  const { input, placement, warnings } = prepareSlice(slice, card.input);
  const { sopInstanceUid, frame } = slice;
  return { input, placement, warnings, sopInstanceUid, frame, prepare: performance.now() - start };
}

/** A ready model input (rows × columns × channels) as a source; its map lies on the input's own pixels. */
export function sourceOfInput(card: ModelCard, input: Float32Array): Source {
  const placement = samePlacement(card.input);
  return { input, placement, warnings: [], sopInstanceUid: '', frame: 1, prepare: 0 };
}

function scoresOf(model: Model, logits: readonly number[]): Explanation['scores'] {
  const labels = model.card.classes.map(({ label }) => label);
  return classScores(labels, logits, model.card.output, model.units);
}

/** Refuses what is no number before a method can make a nothing of it. */
function checked(model: Model, layer: string, evidence: LayerEvidence): LayerEvidence {
  if (evidence.activation.every(Number.isFinite) && evidence.gradient.every(Number.isFinite)) return evidence;
  throw new PersonError(
    `${model.card.name} gives values that are no numbers at the layer ${layer}; choose another layer.`,
  );
}

function warningsOf(
  model: Model,
  { warnings }: Source,
  { logits, classIndex }: LayerEvidence,
  peak: number,
): string[] {
  const label = (index: number): string => model.card.classes[index]!.label;
  const top = topClass(logits);
  const more: string[] = [];
  if (peak === 0) more.push(`No positive evidence: nothing in this layer speaks for "${label(classIndex)}".`);
  if (logits.length > 1 && top !== classIndex)
    more.push(`The map is for "${label(classIndex)}", the model's answer is "${label(top)}".`);
  return [...warnings, ...more];
}

/** The scores alone, where no map applies: an empty map, and the reason as a warning. */
function scoresOnly(model: Model, source: Source, wish: Wish, id: string): Explanation {
  const { logits, milliseconds } = model.run(source.input);
  const classIndex = wish.classIndex === 'top' ? topClass(logits) : wish.classIndex;
  return {
    ...framed(model, source, wish, id, classIndex, logits),
    layer: '',
    grid: [0, 0],
    gridMap: new Float32Array(0),
    map: toSlice(new Float32Array(1), [1, 1], source.placement),
    milliseconds: { prepare: source.prepare, forward: milliseconds, explain: 0 },
    warnings: [...source.warnings, model.camProblem],
  };
}

function framed(
  model: Model,
  source: Source,
  wish: Wish,
  id: string,
  classIndex: number,
  logits: readonly number[],
) {
  const method = methodNamed(wish.method);
  return {
    id,
    modelId: model.folder,
    sopInstanceUid: source.sopInstanceUid,
    frame: source.frame,
    method: method.id,
    parameters: method.parameters,
    classIndex,
    classLabel: model.card.classes[classIndex]?.label ?? '',
    scores: scoresOf(model, logits),
    seen: seenBy(source.placement),
  };
}

/**
 * Explains one class of a model on a source. Where the CAM family does not apply to the model, the answer holds the
 * scores, an empty grid, layer '' and the reason among its warnings. Throws PersonError on an unknown method, class or
 * layer and where an op above the layer has no gradient.
 */
export function explain(model: Model, source: Source, wish: Wish, id: string): Explanation {
  const method = methodNamed(wish.method);
  if (model.camProblem && !wish.layer) return scoresOnly(model, source, wish, id);
  const layer = wish.layer || model.targetLayer;
  const evidence = checked(model, layer, model.activationAndGradient(source.input, layer, wish.classIndex));
  const start = performance.now();
  const { shape, logits, classIndex } = evidence;
  const gridMap = method.map({ ...evidence, logit: logits[classIndex]! });
  const grid = [shape[0], shape[1]] as const;
  const map = toSlice(gridMap, grid, source.placement);
  const { forward, gradient } = evidence.milliseconds;
  return {
    ...framed(model, source, wish, id, classIndex, logits),
    layer,
    grid,
    gridMap,
    map,
    milliseconds: { prepare: source.prepare, forward, explain: gradient + performance.now() - start },
    warnings: warningsOf(model, source, evidence, map.peak),
  };
}
