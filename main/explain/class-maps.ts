import type { ClassMap, ClassMapsQuestion } from '../../preload/vocabulary';
import type { Model, Reached, ReachedWithGradient } from '../model/port';
import { rowsOf } from '../model/stacked';
import { PersonError } from '../process/errors';
import type { Setting } from './explain';
import { GivenPass } from './given-pass';
import { methodNamed } from './index';
import { ModelProbe } from './model-probe';
import { parametersOf } from './parameters';
import { scoresOf } from './target';

/** Memory that the activations and gradients of the classes differentiated at once may take. */
const chunkBytes = 64 * 2 ** 20;

/** The pass with the gradient of each class in turn; only what lies above the layer runs, for several classes at once. */
function* passesByClass(model: Model, reached: Reached): Generator<ReachedWithGradient> {
  const classes = model.card.classes.length;
  const size = reached.activation.length;
  const chunk = Math.max(1, Math.floor(chunkBytes / (8 * size)));
  for (let first = 0; first < classes; first += chunk) {
    const many = Math.min(chunk, classes - first);
    const weights = new Float32Array(many * classes);
    for (let i = 0; i < many; i++) weights[i * classes + first + i] = 1;
    const gradients = rowsOf(model.gradientAbove(reached, weights), size);
    const rows = rowsOf(weights, classes);
    for (let i = 0; i < many; i++) yield { ...reached, gradient: gradients[i]!, weights: rows[i]! };
  }
}

/**
 * The maps of all classes of one source from one forward pass, in the card's order; each equals explain()'s gridMap.
 * Throws PersonError on a method that does not work on a layer's gradient, or a layer or model without one.
 */
export async function classMaps(
  { model, source, passes, turn }: Setting,
  question: Omit<ClassMapsQuestion, 'modelId'>,
): Promise<readonly ClassMap[]> {
  const method = methodNamed(question.method);
  const { needs, name } = method;
  if (needs !== 'layer-gradient')
    throw new PersonError(`${name} explains one class at a time; choose a method on a layer's gradient.`);
  if (model.problems[needs]) throw new PersonError(model.problems[needs]);
  const { input } = source;
  const layer = question.layer || model.targetLayer;
  const parameters = parametersOf(method, question.parameters);
  const reached = passes.reach(model, input, layer);
  const scores = scoresOf(model, reached.logits);
  const maps: ClassMap[] = [];
  for (const pass of passesByClass(model, reached)) {
    const classIndex = maps.length;
    await turn(classIndex, scores.length);
    const asked = { model, input, layer, parameters, needs, turn, question: { classIndex, against: null } };
    const gridMap = await method.map(new ModelProbe({ ...asked, passes: new GivenPass([pass]) }));
    const peak = gridMap.reduce((highest, value) => Math.max(highest, value), 0);
    const grid = [reached.shape[0], reached.shape[1]] as const;
    maps.push({ classIndex, ...scores[classIndex]!, grid, gridMap, peak });
  }
  return maps;
}
