import { randomFrom } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import { squareGrid, visitBox } from '../draw/stroke';
import type { SkinArtefacts } from './artefacts';
import { drawLayers } from './artefacts';
import type { Layer } from './layer';
import { drawMole, molePigment, moleRegion, SKIN_EXTENT } from './mole';
import { skinSurface } from './surface';

/** What a dermoscopy phantom is to show. `noise` is the camera's, in grey levels. */
export interface SkinPlan extends SkinArtefacts {
  malignant: boolean;
  noise: number;
}

/** A colour picture: interleaved red, green, blue, 0…255, in row order, with what is truly in it. */
export interface SkinPhantom {
  pixels: Uint8Array;
  rows: number;
  columns: number;
  regions: PhantomRegion[];
}

/** The full size of the demonstration pictures, in pixels a side. */
export const SKIN_SIZE = 512;

/** Renders the picture of one seed at `size` × `size`: the scene does not depend on the size, noise does. */
export function renderSkin(seed: string, plan: SkinPlan, size: number): SkinPhantom {
  const mole = drawMole(plan.malignant, randomFrom(`${seed}/mole`));
  const layers = drawLayers(mole, plan, randomFrom(`${seed}/artefacts`), size);
  const surface = skinSurface(randomFrom(`${seed}/surface`));
  const pigment = molePigment(mole);
  const random = randomFrom(`${seed}/noise`);
  const grid = squareGrid(size, SKIN_EXTENT);
  const pixels = new Uint8Array(size * size * 3);
  visitBox(grid, { left: 0, top: 0, right: SKIN_EXTENT, bottom: SKIN_EXTENT }, (x, y, index) => {
    const colour = surface(x, y, pigment(x, y));
    for (let c = 0; c < 3; c++) {
      const covered = layers.reduce((value, layer) => over(value, layer, index, c), colour[c] ?? 0);
      pixels[3 * index + c] = Math.min(
        255,
        Math.max(0, Math.round(covered + plan.noise * random.gaussian())),
      );
    }
  });
  return {
    pixels,
    rows: size,
    columns: size,
    regions: [moleRegion(mole, grid), ...layers.flatMap((layer) => layer.regions)],
  };
}

/** A layer laid over what is below it (Porter and Duff's over). */
function over(below: number, layer: Layer, index: number, channel: number): number {
  const cover = Math.min(1, layer.cover.data[index] ?? 0);
  return below * (1 - cover) + (layer.colour[channel] ?? 0) * cover;
}
