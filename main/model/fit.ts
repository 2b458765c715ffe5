import { PersonError } from '../process/errors';
import type { CheckedFolder } from './folder';
import type { Network } from './network';

/** The number of output units must be that of the classes; one unit may stand for two. */
export function checkUnits({ card, folder }: CheckedFolder, units: number): void {
  const classes = card.classes.length;
  if (units !== classes && !(units === 1 && classes === 2))
    throw new PersonError(
      `The model in ${folder} has ${units} outputs, its card names ${classes} classes; correct classes in card.json.`,
    );
  if (units === 1 && card.output === 'softmax')
    throw new PersonError(
      `The card of ${folder} says softmax for a single output, which would always be 1; say sigmoid or logit.`,
    );
}

/** The layer explained where none is named: the card's, else the last one. */
export function targetOf(
  { folder, card }: CheckedFolder,
  network: Pick<Network, 'layers' | 'mixing'>,
): string {
  if (network.mixing) return '';
  const { targetLayer } = card;
  if (targetLayer === undefined) return network.layers.at(-1)?.name ?? '';
  if (network.layers.some(({ name }) => name === targetLayer)) return targetLayer;
  throw new PersonError(
    `The card of ${folder} names the target layer "${targetLayer}", which the model does not have as a spatial layer; correct it or leave it out.`,
  );
}

/** Tries the gradient once at load, so that a missing one is said before anybody waits for a map. */
export function camProblemOf(
  { card }: CheckedFolder,
  network: Network,
  layer: string,
  tryGradient: () => unknown,
): string {
  if (network.mixing)
    return `${card.name} mixes all positions by attention (${network.mixing}) after its last spatial feature map, as a transformer does, so the CAM family does not apply; occlusion, LIME and RISE can be used.`;
  if (!layer)
    return `${card.name} has no spatial feature map: none of its layers keeps rows and columns, so there is no place for the CAM family to point at; occlusion, LIME and RISE can be used.`;
  return gradientProblemOf(tryGradient);
}

/** Why no gradient reaches the input, or ''. Tried once at load, as above. */
export function gradientProblemOf(tryGradient: () => unknown): string {
  try {
    tryGradient();
    return '';
  } catch (thrown) {
    if (thrown instanceof PersonError) return thrown.message;
    throw thrown;
  }
}
