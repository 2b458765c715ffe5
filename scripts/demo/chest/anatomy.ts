import type { Random } from '../draw/random';
import { mix, smoothStep } from '../draw/texture';

/** Side of the square detector, mm. */
export const CHEST_EXTENT = 384;

/** One lung: all lengths in mm from the left and top edge of the detector; `side` −1 is the patient's right. */
export interface Lung {
  side: -1 | 1;
  apexY: number;
  baseY: number;
  domeY: number;
  width: number;
}

/** The measures of one thorax seen from the front. */
export interface Anatomy {
  midline: number;
  lungs: [Lung, Lung];
  /** Half width of the trunk at the level of the diaphragm. */
  trunk: number;
  /** Thickness of the trunk from front to back. */
  depth: number;
  mediastinum: number;
  heart: { x: number; y: number; a: number; b: number; tilt: number };
  knob: { x: number; y: number; radius: number };
  gastricBubble: boolean;
  breast: number;
}

/** Draws the measures of a thorax. */
export function drawAnatomy(random: Random): Anatomy {
  const midline = CHEST_EXTENT / 2 + random.between(-7, 7);
  const apexY = random.between(38, 52);
  const baseY = random.between(286, 312);
  const domeY = baseY - random.between(40, 52);
  const width = random.between(128, 146);
  const mediastinum = random.between(24, 31);
  const lung = (side: -1 | 1): Lung => ({
    side,
    apexY: apexY + random.between(-3, 3),
    baseY: baseY + (side === 1 ? 6 : 0),
    domeY: domeY + (side === 1 ? random.between(8, 16) : 0),
    width: width + random.between(-3, 3),
  });
  return {
    midline,
    lungs: [lung(-1), lung(1)],
    trunk: width + random.between(20, 30),
    depth: random.between(185, 225),
    mediastinum,
    heart: drawHeart(random, midline, domeY),
    knob: {
      x: midline + mediastinum - random.between(1, 6),
      y: random.between(108, 122),
      radius: random.between(13, 17),
    },
    gastricBubble: random.chance(0.6),
    breast: random.chance(0.45) ? random.between(12, 30) : 0,
  };
}

function drawHeart(random: Random, midline: number, domeY: number): Anatomy['heart'] {
  const a = random.between(60, 72);
  const b = random.between(42, 50);
  return { x: midline + random.between(17, 25), y: domeY - b * 0.55, a, b, tilt: random.between(0.5, 0.75) };
}

/** How deep a point lies inside a lung's outline, mm; negative outside. */
export function lungDepth(anatomy: Anatomy, lung: Lung, x: number, y: number): number {
  const lateral = (x - anatomy.midline) * lung.side;
  const t = (y - lung.apexY) / (lung.baseY - lung.apexY);
  if (t <= 0) return -1;
  const wall = lung.width * (1 - Math.max(0, 1 - t) ** 3.1) ** 0.52;
  const inner = anatomy.mediastinum - 6 + 4 * Math.sin(t * 7 + lung.side) + 6 * smoothStep(0.2, 0.7, t);
  return Math.min(softMin(wall - lateral, lateral - inner, 22), diaphragmY(lung, lateral) - y);
}

/** Level of the diaphragm at a distance from the midline, mm. */
export function diaphragmY(lung: Lung, lateral: number): number {
  const crest = 0.48 * lung.width;
  const away = Math.abs(lateral - crest) / (lung.width - crest);
  const fall = lateral > crest ? lung.baseY - lung.domeY : 16;
  return lung.domeY + fall * away ** 2.2;
}

/** Elliptic radius in the heart: below 1 inside. */
export function heartRadius({ heart }: Anatomy, x: number, y: number): number {
  const u = (x - heart.x) * Math.cos(heart.tilt) + (y - heart.y) * Math.sin(heart.tilt);
  const v = (y - heart.y) * Math.cos(heart.tilt) - (x - heart.x) * Math.sin(heart.tilt);
  return Math.hypot(u / heart.a, v / heart.b);
}

/** Half width of the body at a level, mm: neck, shoulders, trunk. */
export function bodyHalfWidth(anatomy: Anatomy, y: number): number {
  const shoulders = 54 + 150 * (y / 74) ** 2.4;
  const trunk = anatomy.trunk - 8 * smoothStep(200, 384, y);
  return mix(Math.min(shoulders, 260), trunk, smoothStep(105, 165, y));
}

function softMin(a: number, b: number, width: number): number {
  const h = Math.max(0, width - Math.abs(a - b)) / width;
  return Math.min(a, b) - (h * h * width) / 4;
}
