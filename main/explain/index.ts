import { PersonError } from '../process/errors';
import { ablationCam } from './ablation-cam';
import { edgeMap } from './edge-map';
import { eigenCam } from './eigen-cam';
import { gradCam } from './grad-cam';
import { gradCamPlusPlus } from './grad-cam-plus-plus';
import { hiResCam } from './hires-cam';
import { inputXGradient } from './input-x-gradient';
import { integratedGradients } from './integrated-gradients';
import { layerCam } from './layer-cam';
import { lime } from './lime';
import type { Method } from './method';
import { occlusion } from './occlusion';
import { randomMap } from './random-map';
import { rise } from './rise';
import { saliency } from './saliency';
import { scoreCam } from './score-cam';
import { smoothGrad } from './smooth-grad';
import { xGradCam } from './xgrad-cam';

/** Every method there is, in the order they are offered; the first is the default. */
export const methods: readonly Method[] = [
  gradCam,
  gradCamPlusPlus,
  xGradCam,
  hiResCam,
  layerCam,
  scoreCam,
  ablationCam,
  eigenCam,
  saliency,
  inputXGradient,
  smoothGrad,
  integratedGradients,
  occlusion,
  lime,
  rise,
  randomMap,
  edgeMap,
];

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '');

/** A method by its id or name, however it is hyphenated. Throws PersonError with the list where there is none. */
export function methodNamed(text: string): Method {
  const method = methods.find(({ id, name }) => plain(id) === plain(text) || plain(name) === plain(text));
  if (method) return method;
  throw new PersonError(
    `There is no method named "${text}"; choose one of ${methods.map(({ id }) => id).join(', ')}.`,
  );
}
