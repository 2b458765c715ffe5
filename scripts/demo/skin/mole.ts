import type { Random } from '../draw/random';
import type { Grid } from '../draw/stroke';
import type { PhantomRegion } from '../draw/region';
import { round } from '../draw/region';
import type { Texture } from '../draw/texture';
import { fractalTexture, mix, smoothStep } from '../draw/texture';

/** Side of the square field of view, mm. */
export const SKIN_EXTENT = 16;

/** What lies in the skin at a point: melanin and blood as absorbances, blue veil and scar as shares 0…1. */
export interface Pigment {
  melanin: number;
  blood: number;
  veil: number;
  scar: number;
}

/** A pigmented lesion; lengths in mm from the top-left corner of the picture. */
export interface Mole {
  x: number;
  y: number;
  /** Mean radius and its harmonics. */
  radius: number;
  lobes: { order: number; size: number; phase: number }[];
  /** Width of the border as a share of the radius. */
  border: number;
  melanin: number;
  /** How unlike itself the lesion is from place to place, 0 (even) … 1 (many colours). */
  variety: number;
  network: number;
  seed: number;
}

/**
 * A round, even, softly bounded mole, or an irregular one of several colours. Malignant ones run from the barely
 * uneven to the florid, and benign ones are not perfect, so that the two kinds come close to each other.
 */
export function drawMole(malignant: boolean, random: Random): Mole {
  const severity = malignant ? random.between(0.35, 1) : random.between(0, 0.2);
  const lobe = (order: number, size: number): Mole['lobes'][number] => ({
    order,
    size: random.between(0.4, 1) * size,
    phase: random.between(0, 2 * Math.PI),
  });
  const coarse = severity * 0.14;
  return {
    x: SKIN_EXTENT / 2 + random.between(-0.9, 0.9),
    y: SKIN_EXTENT / 2 + random.between(-0.9, 0.9),
    radius: random.between(1.8, 3.1) * (1 + 0.08 * severity),
    lobes: [
      lobe(1, coarse),
      lobe(2, 0.08 + 0.08 * severity),
      lobe(3, 0.03 + coarse),
      lobe(5, 0.01 + coarse / 2),
      lobe(8, coarse / 3),
      lobe(13, coarse / 5),
    ],
    border: random.between(0.14, 0.28) * (1 - 0.55 * severity),
    melanin: random.between(0.55, 1.2),
    variety: severity * random.between(0.85, 1),
    network: random.between(0.1, 0.38),
    seed: random.integer(0, 1e6),
  };
}

/** Radius of the outline in a direction, mm. */
export function moleRadius(mole: Mole, angle: number): number {
  return mole.lobes.reduce(
    (r, lobe) => r * (1 + lobe.size * Math.cos(lobe.order * angle + lobe.phase)),
    mole.radius,
  );
}

/** The outline as a polygon. */
export function moleRegion(mole: Mole, grid: Pick<Grid, 'spacing'>): PhantomRegion {
  const points = Array.from({ length: 72 }, (_, i): [number, number] => {
    const angle = (i / 72) * 2 * Math.PI;
    const r = moleRadius(mole, angle);
    return [
      round((mole.x + r * Math.cos(angle)) / grid.spacing),
      round((mole.y + r * Math.sin(angle)) / grid.spacing),
    ];
  });
  return { kind: 'lesion', label: 'pigmented lesion', shape: 'polygon', points };
}

/** What the mole puts into the skin at a point; undefined where it does not reach. */
export function molePigment(mole: Mole): (x: number, y: number) => Pigment | undefined {
  const zones = fractalTexture(mole.seed, 2.1, 3);
  const veil = fractalTexture(mole.seed + 11, 2.6, 3);
  const red = fractalTexture(mole.seed + 23, 2.3, 2);
  const scar = fractalTexture(mole.seed + 37, 1.9, 3);
  const grain = fractalTexture(mole.seed + 41, 0.22, 2);
  const mesh = network(mole.seed + 53);
  return (x, y) => {
    const angle = Math.atan2(y - mole.y, x - mole.x);
    const q = Math.hypot(x - mole.x, y - mole.y) / moleRadius(mole, angle);
    if (q > 1 + mole.border) return undefined;
    const cover = 1 - smoothStep(1 - mole.border, 1 + mole.border, q);
    const v = mole.variety;
    const uneven = Math.max(0.15, 1 + v * 1.9 * zones(x, y));
    const mottled = 1 + 0.16 * grain(x, y) + mole.network * mesh(x, y) * smoothStep(0.15, 0.7, q);
    const fading = mix(1.08, 0.86, q * q);
    return {
      melanin: cover * mole.melanin * uneven * mottled * fading,
      blood: cover * v * 0.8 * smoothStep(0.08, 0.55, red(x, y)),
      veil: cover * v * 0.75 * smoothStep(0.02, 0.55, veil(x, y)),
      scar: cover * v * 0.6 * smoothStep(0.22, 0.62, scar(x, y)),
    };
  };
}

/** A honeycomb of darker lines about 0.4 mm apart, bent by noise; −1 in the holes, 1 on the lines. */
function network(seed: number): Texture {
  const bend = fractalTexture(seed, 0.9, 2);
  const k = (2 * Math.PI) / 0.42;
  return (x, y) => {
    const u = x + 0.16 * bend(x, y);
    const w = y + 0.16 * bend(x + 31, y - 17);
    const sum = Math.cos(k * u) + Math.cos(k * (0.5 * u + 0.866 * w)) + Math.cos(k * (0.5 * u - 0.866 * w));
    return Math.max(-1, Math.min(1, 0.35 - 0.75 * sum));
  };
}
