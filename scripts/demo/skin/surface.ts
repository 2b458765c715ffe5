import type { Random } from '../draw/random';
import { fractalTexture } from '../draw/texture';
import type { Pigment } from './mole';

/** What white paper would give under the lamp: a little warm. */
const LIT = [240, 214, 200] as const;

/** Red, green, blue, 0…255, not rounded. */
export type Colour = [number, number, number];

/** How strongly melanin and blood absorb red, green and blue light. */
const MELANIN: Colour = [0.62, 1.02, 1.34];
const BLOOD: Colour = [0.1, 0.78, 0.62];
const VEIL: Colour = [92, 108, 124];
const SCAR: Colour = [226, 204, 196];

/** Skin without a lesion: tone, blotches, fine furrows, light that falls off to one side. */
export function skinSurface(random: Random): (x: number, y: number, pigment: Pigment | undefined) => Colour {
  const tone = random.between(0, 0.32);
  const flush = random.between(0.08, 0.3);
  const seed = random.integer(0, 1e6);
  const blotches = fractalTexture(seed, 4.5, 2);
  const fine = fractalTexture(seed + 5, 0.5, 3);
  const furrows = furrowPattern(seed + 9, random.between(0, Math.PI));
  const slope = { x: random.between(-0.008, 0.008), y: random.between(-0.008, 0.008) };
  return (x, y, pigment) => {
    const melanin = tone * (1 + 0.25 * fine(x, y)) + (pigment?.melanin ?? 0);
    const blood = flush * (1 + 0.5 * blotches(x, y)) + (pigment?.blood ?? 0);
    const light = (1 + 0.028 * fine(y, x) + furrows(x, y)) * (1 + slope.x * (x - 8) + slope.y * (y - 8));
    const colour: Colour = [0, 0, 0];
    for (let c = 0; c < 3; c++) {
      const absorbed = Math.exp(-melanin * (MELANIN[c] ?? 0) - blood * (BLOOD[c] ?? 0));
      colour[c] = (LIT[c] ?? 0) * absorbed * light;
    }
    return pigment ? veiled(colour, pigment, light) : colour;
  };
}

function veiled(colour: Colour, pigment: Pigment, light: number): Colour {
  return colour.map((value, c) => {
    const blue = value * (1 - pigment.veil) + (VEIL[c] ?? 0) * light * pigment.veil;
    return blue * (1 - pigment.scar) + (SCAR[c] ?? 0) * light * pigment.scar;
  }) as Colour;
}

/** Two crossing families of shallow skin lines. */
function furrowPattern(seed: number, angle: number): (x: number, y: number) => number {
  const bend = fractalTexture(seed, 2.2, 2);
  const line = (x: number, y: number, direction: number, pitch: number): number => {
    const along = x * Math.cos(direction) + y * Math.sin(direction) + 0.35 * bend(x, y);
    return Math.max(0, Math.cos((2 * Math.PI * along) / pitch)) ** 6;
  };
  return (x, y) => -0.035 * line(x, y, angle, 0.62) - 0.028 * line(x, y, angle + 1.25, 0.71);
}
