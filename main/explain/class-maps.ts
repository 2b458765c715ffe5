import type { ClassMap, ClassMapsQuestion } from '../../preload/vocabulary';
import type { Model, Reached, ReachedWithGradient } from '../model/port';
import { rowsOf } from '../model/stacked';
import { PersonError } from '../process/errors';
import type { Setting } from './explain';
import { GivenPass } from './given-pass';
import { methodNamed } from './index';
import { ModelProbe } from './model-probe';
import { parametersOf } from './parameters';
import { checkClasses, scoresOf } from './target';

/** Memory that the activations and gradients of the classes differentiated at once may take. */
const chunkBytes = 64 * 2 ** 20;

/** The pass with the gradient of each class in turn; only what lies above the layer runs, for several classes at once. */
function* passesByClass(
  model: Model,
  reached: Reached,
  asked: readonly number[],
): Generator<ReachedWithGradient> {
  const classes = model.card.classes.length;
  const size = reached.activation.length;
  const chunk = Math.max(1, Math.floor(chunkBytes / (8 * size)));
  for (let first = 0; first < asked.length; first += chunk) {
    const some = asked.slice(first, first + chunk);
    const weights = new Float32Array(some.length * classes);
    some.forEach((classIndex, i) => (weights[i * classes + classIndex] = 1));
    const gradients = rowsOf(model.gradientAbove(reached, weights), size);
    const rows = rowsOf(weights, classes);
    for (let i = 0; i < some.length; i++) yield { ...reached, gradient: gradients[i]!, weights: rows[i]! };
  }
}

/**
 * The maps of several classes of one source, or of all, from one forward pass, in the order in which they are asked
 * for or the card's; each equals explain()'s gridMap. Throws PersonError on a class that the model lacks, a method that
 * does not work on a layer's gradient, or a layer or model without one.
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
  const classes = question.classes.length > 0 ? question.classes : [...model.card.classes.keys()];
  for (const classIndex of classes) checkClasses(model, { classIndex, against: null });
  const { input } = source;
  const layer = question.layer || model.targetLayer;
  const parameters = parametersOf(method, question.parameters);
  const reached = passes.reach(model, input, layer);
  const scores = scoresOf(model, reached.logits);
  const maps: ClassMap[] = [];
  for (const pass of passesByClass(model, reached, classes)) {
    const classIndex = classes[maps.length]!;
    await turn(maps.length, classes.length);
    const asked = { model, input, layer, parameters, needs, turn, question: { classIndex, against: null } };
    const gridMap = await method.map(new ModelProbe({ ...asked, passes: new GivenPass([pass]) }));
    const peak = gridMap.reduce((highest, value) => Math.max(highest, value), 0);
    const grid = [reached.shape[0], reached.shape[1]] as const;
    maps.push({ classIndex, ...scores[classIndex]!, grid, gridMap, peak });
  }
  return maps;
}
