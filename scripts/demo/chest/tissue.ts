import type { Grid } from '../draw/stroke';
import { squareGrid, visitBox } from '../draw/stroke';
import { smoothStep } from '../draw/texture';
import type { Anatomy, Lung } from './anatomy';
import { bodyHalfWidth, CHEST_EXTENT, heartRadius, lungDepth } from './anatomy';

/** Whole of the detector, mm. */
const EVERYWHERE = { left: 0, top: 0, right: CHEST_EXTENT, bottom: CHEST_EXTENT };

/**
 * Soft tissue in the path of each ray, in mm of water: trunk less lungs, airways and stomach. Heart, great vessels and
 * hila take the place of air, so they show only where a lung lies beside them.
 */
export function softTissue(anatomy: Anatomy, size: number): Grid {
  const grid = squareGrid(size, CHEST_EXTENT);
  visitBox(grid, EVERYWHERE, (x, y, index) => {
    const trunk = trunkThickness(anatomy, x, y);
    const air = airThickness(anatomy, x, y);
    const filled = Math.min(trunk, Math.max(trunk - air, 26) + organs(anatomy, x, y));
    const bare = Math.max(0, filled + breasts(anatomy, x, y) - airways(anatomy, x, y));
    grid.data[index] = trunk === 0 ? 0 : bare;
  });
  return grid;
}

function trunkThickness(anatomy: Anatomy, x: number, y: number): number {
  const across = Math.abs(x - anatomy.midline) / bodyHalfWidth(anatomy, y);
  if (across >= 1) return 0;
  const upper = 0.62 + 0.38 * smoothStep(20, 130, y);
  return anatomy.depth * upper * Math.sqrt(1 - across ** 3.2);
}

function airThickness(anatomy: Anatomy, x: number, y: number): number {
  return anatomy.lungs.reduce((sum, lung) => sum + lungAir(anatomy, lung, x, y), 0);
}

function lungAir(anatomy: Anatomy, lung: Lung, x: number, y: number): number {
  const depth = lungDepth(anatomy, lung, x, y);
  if (depth <= 0) return 0;
  const inward = 1 - Math.min(1, depth / 62);
  const apex = 0.6 + 0.4 * smoothStep(lung.apexY, lung.apexY + 90, y);
  return 0.8 * anatomy.depth * apex * Math.sqrt(1 - inward * inward);
}

function organs(anatomy: Anatomy, x: number, y: number): number {
  const heart = heartRadius(anatomy, x, y);
  const knob = Math.hypot(x - anatomy.knob.x, y - anatomy.knob.y) / anatomy.knob.radius;
  const above = 1 - 0.8 * smoothStep(anatomy.lungs[0].domeY - 4, anatomy.lungs[0].domeY + 34, y);
  let mm = heart < 1 ? 135 * above * Math.sqrt(1 - heart * heart) : 0;
  if (knob < 1) mm += 80 * Math.sqrt(1 - knob * knob);
  return mm + hila(anatomy, x, y);
}

/** The roots of the lungs: a soft haze of vessels on both sides of the mediastinum. */
function hila(anatomy: Anatomy, x: number, y: number): number {
  const lateral = Math.abs(x - anatomy.midline) - anatomy.mediastinum - 8;
  return 16 * Math.exp(-((lateral / 13) ** 2) - ((y - 158) / 24) ** 2);
}

function breasts(anatomy: Anatomy, x: number, y: number): number {
  if (anatomy.breast === 0) return 0;
  const lateral = Math.abs(x - anatomy.midline);
  const radius = Math.hypot((lateral - 88) / 62, (y - 232) / 52);
  return radius < 1 ? anatomy.breast * Math.sqrt(1 - radius ** 3) : 0;
}

/** Air inside soft tissue: trachea, main bronchi, stomach bubble. */
function airways(anatomy: Anatomy, x: number, y: number): number {
  const offset = x - anatomy.midline - 3;
  const trachea = rounded(offset / 8.5) * smoothStep(5, 25, y) * (1 - smoothStep(132, 140, y));
  const spread = Math.max(0, y - 132) * 1.05;
  const bronchi = y > 132 ? rounded((Math.abs(offset) - spread) / 7) * (1 - smoothStep(150, 176, y)) : 0;
  const left = anatomy.lungs[1];
  const stomach = anatomy.gastricBubble
    ? rounded(Math.hypot((x - anatomy.midline - 72) / 30, (y - left.domeY - 26) / 17))
    : 0;
  return 17 * Math.max(trachea, bronchi) + 38 * stomach;
}

function rounded(distance: number): number {
  return Math.abs(distance) < 1 ? Math.sqrt(1 - distance * distance) : 0;
}
