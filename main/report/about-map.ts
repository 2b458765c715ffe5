import type { MethodFamily, MethodSummary, ReportContent } from '../../preload/vocabulary';

/** What maps of a family show, and what they leave out. */
const shown: Readonly<Record<Exclude<MethodFamily, 'control'>, string>> = {
  cam:
    'A class activation map shows where the layer it looks at answered, weighed by what the method takes for ' +
    'importance, and only as finely as that layer’s grid',
  gradient:
    'A map of gradients shows how the score answers to changes of single pixels; it is noisy, and does not show what ' +
    'the model would say if a part of the image were not there',
  perturbation:
    'A map made by hiding parts of the image shows how the score changes without them; it depends on the size of the ' +
    'parts and on what is put in their place, which may be unlike anything the model was trained on',
};

const ofEveryMap =
  'it shows neither that the finding is right nor all that the model used. The verdict compares the map with what the ' +
  'reviewer marked: what was not marked cannot be found, and a map on the lesion does not prove that the model is sound.';

const ofControl =
  'This map is a negative control, made without asking the model: no verdict is given on it. Its figures are those that ' +
  'a map reaches that knows nothing of the model; the map of an explanation should do better.';

/** What a map of the method cannot say, in a few sentences. */
export const limitsOf = ({ family }: MethodSummary): string =>
  family === 'control' ? ofControl : `${shown[family]}; ${ofEveryMap}`;

/** The report's title: a control shows nothing of the model. */
export const titleOf = ({ method }: ReportContent): string =>
  method.family === 'control' ? 'What chance looks like' : 'Where the model looked';

/** What stands under the slice with its map. */
export function mapCaption({ method, explanation, display }: ReportContent): string {
  const { style } = display.overlay;
  if (method.family === 'control') return `With a map that explains nothing: ${method.name} (${style})`;
  return `With the ${method.name} map for “${explanation.classLabel}” (${style})`;
}
