import type { Question } from '../../preload/vocabulary';
import type { Models } from './models.svelte';

/** Sets all that is asked of the model at once: the panel shows it, and the next explanation answers it. */
export function setQuestion(models: Models, question: Question): void {
  const { method, classIndex, against, layers, parameters } = question;
  models.chooseMethod(method);
  Object.assign(models, { classIndex, against, layers });
  models.parameters = { ...models.parameters, [method]: parameters };
}
