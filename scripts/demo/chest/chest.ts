import { randomFrom } from '../draw/random';
import type { Random } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import { fractalTexture } from '../draw/texture';
import type { Grid } from '../draw/stroke';
import { drawAnatomy } from './anatomy';
import type { ChestArtefacts } from './artefacts';
import { drawArtefacts } from './artefacts';
import { addNodule, drawNodules, noduleRegion } from './nodules';
import { skeleton } from './skeleton';
import { softTissue } from './tissue';
import { addVessels } from './vessels';

/** What a chest phantom is to show. `photons` reach a pixel of the bare detector; more means less noise. */
export interface ChestPlan extends ChestArtefacts {
  nodules: number;
  photons: number;
}

/** A radiograph: stored values 0…4095, bright where dense, in row order, with what is truly in it. */
export interface ChestPhantom {
  pixels: Uint16Array;
  rows: number;
  columns: number;
  regions: PhantomRegion[];
}

/** Linear attenuation, per mm, at the effective energy of a chest exposure: water and bone above water. */
const WATER = 0.0165;
const BONE = 0.03;
/** Scattered light as a share of the open beam. */
const SCATTER = 0.03;
/** Electronic noise of the detector, stored values. */
const ELECTRONIC = 5;

/** The full size of the demonstration films, in pixels a side. */
export const CHEST_SIZE = 768;
/** Photons a pixel at that size. */
export const CHEST_PHOTONS = 9000;

/** Renders the radiograph of one seed at `size` × `size`: anatomy does not depend on the size, noise does. */
export function renderChest(seed: string, plan: ChestPlan, size: number): ChestPhantom {
  const anatomy = drawAnatomy(randomFrom(`${seed}/anatomy`));
  const soft = softTissue(anatomy, size);
  const bone = skeleton(anatomy, randomFrom(`${seed}/skeleton`), size);
  addVessels(soft, anatomy, randomFrom(`${seed}/vessels`));
  const nodules = drawNodules(anatomy, plan.nodules, randomFrom(`${seed}/nodules`));
  for (const nodule of nodules) addNodule(soft, nodule);
  const metal = drawArtefacts(anatomy, plan, randomFrom(`${seed}/artefacts`), size);
  return {
    pixels: expose(soft, bone, metal.grid, plan.photons, randomFrom(`${seed}/noise`)),
    rows: size,
    columns: size,
    regions: [...nodules.map((nodule) => noduleRegion(nodule, soft)), ...metal.regions],
  };
}

/** Beer and Lambert's law, scatter, Poisson counts, and the curve of a film ready for reading. */
function expose(soft: Grid, bone: Grid, metal: Grid, photons: number, random: Random): Uint16Array {
  const mottle = fractalTexture(random.integer(0, 1e6), 9, 4);
  const out = new Uint16Array(soft.data.length);
  for (let i = 0; i < out.length; i++) {
    const x = ((i % soft.columns) + 0.5) * soft.spacing;
    const y = (Math.floor(i / soft.columns) + 0.5) * soft.spacing;
    const water = soft.data[i] ?? 0;
    const tissue = water * (1 + 0.025 * mottle(x, y)) * WATER + (water > 0 ? (bone.data[i] ?? 0) * BONE : 0);
    const open = Math.exp(-tissue - (metal.data[i] ?? 0));
    const counts = Math.max(1, random.poisson(photons * (open + SCATTER * Math.exp(-tissue / 4))));
    const density = Math.log(photons / counts);
    out[i] = Math.min(4095, Math.max(0, Math.round(filmCurve(density) + ELECTRONIC * random.gaussian())));
  }
  return out;
}

/** Optical density of the body → stored value, compressive as a film's is. */
function filmCurve(density: number): number {
  return 130 + 3900 * (1 - Math.exp(-0.8 * Math.max(0, density))) ** 1.25;
}
