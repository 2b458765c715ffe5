import type { Random } from '../draw/random';
import { drawHairs } from './hair';
import { drawInk } from './ink';
import type { Layer } from './layer';
import type { Mole } from './mole';
import { drawRuler } from './ruler';
import { drawVignette } from './vignette';

/** Which foreign things a picture shows. */
export interface SkinArtefacts {
  ink: boolean;
  ruler: boolean;
  hairs: boolean;
  vignette: boolean;
}

/** The layers of a picture, from the skin upwards. */
export function drawLayers(mole: Mole, which: SkinArtefacts, random: Random, size: number): Layer[] {
  const layers: Layer[] = [];
  const start = random.between(0, 2 * Math.PI);
  const edge = random.pick(['left', 'bottom'] as const);
  if (which.ink) layers.push(drawInk(mole, start, random, size));
  if (which.hairs) layers.push(drawHairs(random, size));
  if (which.ruler) layers.push(...drawRuler(edge, random, size));
  if (which.vignette) layers.push(drawVignette(random, size));
  return layers;
}
