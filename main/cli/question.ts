import type { LoadedModel, MethodSummary, Question } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import { chooseClass } from './class-choice';
import type { Given } from './command';
import { text } from './given';
import { parseParameters } from './parameters';

/** The class whose logit is taken away, or null where none was named. */
function chooseAgainst(model: LoadedModel, wish: string): number | null {
  if (wish === '') return null;
  const chosen = chooseClass(model, wish);
  if (chosen !== 'top') return chosen;
  throw new PersonError('--against takes the name or the index of one class, not top.');
}

/** The layers of "NAME,NAME…", none for an empty text; a name that itself has a comma is taken whole. */
function layersOf({ targetLayers }: LoadedModel, list: string): readonly string[] {
  if (targetLayers.some(({ name }) => name === list)) return [list];
  const names = list.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

/** What the options ask of a model; throws PersonError on a class or parameter that there is not. */
export function questionOf(given: Given, model: LoadedModel, method: MethodSummary): Question {
  return {
    method: method.id,
    classIndex: chooseClass(model, text(given, 'class', 'top')),
    against: chooseAgainst(model, text(given, 'against', '')),
    layers: method.place === 'layer' ? layersOf(model, text(given, 'layer', '')) : [],
    parameters: parseParameters(method, text(given, 'parameters', '')),
  };
}
