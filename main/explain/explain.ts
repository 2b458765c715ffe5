import type { Explanation, Question } from '../../preload/vocabulary';
import type { Model } from '../model/port';
import { topClass } from '../model/scores';
import { seenBy } from '../prepare/placement';
import { PersonError } from '../process/errors';
import { fuse, fusedUnit, type GridMap } from './fuse';
import { methodNamed } from './index';
import type { Method } from './method';
import { ModelProbe, type Turn } from './model-probe';
import { parametersOf } from './parameters';
import type { PassesMade } from './passes';
import { toSlice } from './resize';
import type { Source } from './source';
import { checkClasses, labelOf, scoresOf, type Target, targetOf } from './target';
import { layerWarnings } from './layer-warnings';

/** What explaining needs beside the question: the model, what it looks at, passes that were kept, and a way to yield. */
export interface Setting {
  readonly model: Model;
  readonly source: Source;
  readonly passes: PassesMade;
  readonly turn: Turn;
}

/** A map of one layer (or of the input), and how it came about. */
interface Made extends GridMap {
  readonly probe: ModelProbe;
  readonly warnings: readonly string[];
}

const layersOf = ({ place }: Method, model: Model, asked: readonly string[]): readonly string[] => {
  if (place === 'input') return [''];
  return asked.length > 0 ? asked : [model.targetLayer];
};

async function mapAt(layer: string, method: Method, question: Question, setting: Setting): Promise<Made> {
  const { model, source, passes, turn } = setting;
  const { needs } = method;
  const parameters = parametersOf(method, question.parameters);
  const probe = new ModelProbe({
    model,
    passes,
    turn,
    input: source.input,
    layer,
    question,
    parameters,
    needs,
  });
  const values = await method.map(probe);
  const known = model.layers.find(({ name }) => name === layer) ?? model.card.input;
  return {
    probe,
    values,
    grid: [known.rows, known.columns],
    warnings: method.warnings?.(probe, values) ?? [],
  };
}

function framed(
  { model, source }: Setting,
  question: Question,
  target: Target,
  logits: Float32Array,
  id: string,
) {
  const method = methodNamed(question.method);
  return {
    id,
    modelId: model.folder,
    sopInstanceUid: source.sopInstanceUid,
    frame: source.frame,
    method: method.id,
    unit: method.unit,
    parameters: parametersOf(method, question.parameters),
    ...target,
    classLabel: labelOf(model, target),
    scores: scoresOf(model, logits),
    seen: seenBy(source.placement),
  };
}

/** The scores alone, where no map applies: an empty map, and the reason as a warning. */
function scoresOnly(setting: Setting, question: Question, problem: string, id: string): Explanation {
  const { model, source } = setting;
  const start = performance.now();
  const logits = model.run(source.input);
  const forward = performance.now() - start;
  return {
    ...framed(setting, question, targetOf(model, question, logits), logits, id),
    layer: '',
    layers: [],
    grid: [0, 0],
    gridMap: new Float32Array(0),
    map: toSlice(new Float32Array(1), [1, 1], source.placement),
    milliseconds: { prepare: source.prepare, forward, explain: 0 },
    warnings: [...source.warnings, problem],
  };
}

/** What must be said of the map beside the answer; a control has nothing to do with the answer. */
function answerWarnings(
  { family, name }: Method,
  model: Model,
  { target, logits }: Pick<ModelProbe, 'target' | 'logits'>,
  peak: number,
): string[] {
  if (family === 'control')
    return [`${name} is a negative control: it does not know the model, and says nothing of its answer.`];
  const label = labelOf(model, target);
  const top = topClass(logits);
  const more: string[] = [];
  if (peak === 0) more.push(`No positive evidence: nothing here speaks for "${label}".`);
  if (logits.length > 1 && target.against === null && top !== target.classIndex)
    more.push(
      `The map is for "${label}", the model's answer is "${labelOf(model, { ...target, classIndex: top })}".`,
    );
  return more;
}

/** Refuses layers that are no layers of the model, where somebody names them. */
function checkLayers({ card, layers }: Model, asked: readonly string[]): void {
  for (const name of asked)
    if (!layers.some((layer) => layer.name === name))
      throw new PersonError(
        `${card.name} has no spatial layer named "${name}"; choose one of its target layers.`,
      );
}

/**
 * Answers a question to a model about a source. Where the method does not apply to the model, the answer holds the
 * scores, an empty grid, layer '' and the reason among its warnings. Throws PersonError on an unknown method,
 * parameter, class or layer and where an op above the layer has no gradient; CancelledError where it was given up.
 */
export async function explain(setting: Setting, question: Question, id: string): Promise<Explanation> {
  const { model, source } = setting;
  const method = methodNamed(question.method);
  checkClasses(model, question);
  const problem = model.problems[method.needs];
  if (problem && question.layers.length === 0) return scoresOnly(setting, question, problem, id);
  const layers = layersOf(method, model, question.layers);
  if (method.place === 'layer') checkLayers(model, layers);
  const start = performance.now();
  const made: Made[] = [];
  for (const layer of layers) made.push(await mapAt(layer, method, question, setting));
  const { values, grid } = fuse(made);
  const map = toSlice(values, grid, source.placement);
  const { target, logits } = made[0]!.probe;
  const forward = made.reduce((sum, { probe }) => sum + probe.milliseconds, 0);
  return {
    ...framed(setting, question, target, logits, id),
    layer: layers.join(' + ') || 'input',
    layers: layers.filter(Boolean),
    unit: made.length > 1 ? fusedUnit : method.unit,
    grid,
    gridMap: values,
    map,
    milliseconds: { prepare: source.prepare, forward, explain: performance.now() - start - forward },
    warnings: [
      ...source.warnings,
      ...answerWarnings(method, model, made[0]!.probe, map.peak),
      ...layerWarnings(method, model, layers),
      ...made.flatMap(({ warnings }) => warnings),
    ],
  };
}
