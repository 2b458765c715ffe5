import type { Random } from '../draw/random';
import type { Grid } from '../draw/stroke';
import { visitBox } from '../draw/stroke';
import type { PhantomRegion } from '../draw/region';
import { boxRegion } from '../draw/region';
import type { Anatomy } from './anatomy';
import { CHEST_EXTENT, heartRadius, lungDepth } from './anatomy';

/** A round, slightly lobulated lesion: place and mean radius in mm, density relative to water (above it: partly calcified). */
export interface Nodule {
  x: number;
  y: number;
  radius: number;
  density: number;
  lobes: { order: number; size: number; phase: number }[];
}

/** Draws `count` nodules of 6–30 mm in the lung fields, clear of heart, edges and one another. */
export function drawNodules(anatomy: Anatomy, count: number, random: Random): Nodule[] {
  const nodules: Nodule[] = [];
  for (let attempt = 0; nodules.length < count && attempt < 4000; attempt++) {
    const nodule = drawNodule(random);
    if (fits(anatomy, nodule, nodules)) nodules.push(nodule);
  }
  return nodules;
}

function drawNodule(random: Random): Nodule {
  const radius = 3 + 12 * random.next() ** 0.9;
  return {
    x: random.between(30, CHEST_EXTENT - 30),
    y: random.between(60, 300),
    radius,
    density: random.between(1.7, 2.1) + Math.max(0, 0.2 * (7 - radius)),
    lobes: [2, 3, 5].map((order) => ({
      order,
      size: random.between(0.01, 0.06),
      phase: random.between(0, 6.28),
    })),
  };
}

function fits(anatomy: Anatomy, nodule: Nodule, others: readonly Nodule[]): boolean {
  const { x, y, radius } = nodule;
  const depth = Math.max(...anatomy.lungs.map((lung) => lungDepth(anatomy, lung, x, y)));
  if (depth < radius + 7 || heartRadius(anatomy, x, y) < 1 + (radius + 5) / anatomy.heart.b) return false;
  if (Math.hypot(x - anatomy.knob.x, y - anatomy.knob.y) < anatomy.knob.radius + radius + 5) return false;
  return others.every((other) => Math.hypot(x - other.x, y - other.y) > 1.6 * (radius + other.radius) + 10);
}

/** Adds a nodule's path length, mm of water. */
export function addNodule(soft: Grid, nodule: Nodule): void {
  const reach = nodule.radius * 1.2;
  const box = {
    left: nodule.x - reach,
    top: nodule.y - reach,
    right: nodule.x + reach,
    bottom: nodule.y + reach,
  };
  visitBox(soft, box, (x, y, index) => {
    const distance =
      Math.hypot(x - nodule.x, y - nodule.y) / outline(nodule, Math.atan2(y - nodule.y, x - nodule.x));
    if (distance >= 1) return;
    const chord = 2 * nodule.radius * Math.sqrt(1 - distance * distance);
    soft.data[index] = (soft.data[index] ?? 0) + nodule.density * chord;
  });
}

/** Radius in a direction, mm. */
function outline(nodule: Nodule, angle: number): number {
  return nodule.lobes.reduce(
    (r, lobe) => r * (1 + lobe.size * Math.cos(lobe.order * angle + lobe.phase)),
    nodule.radius,
  );
}

/** The true region of a nodule: the ellipse whose box holds its outline. */
export function noduleRegion(nodule: Nodule, grid: Grid): PhantomRegion {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < 64; i++) {
    const angle = (i / 64) * 2 * Math.PI;
    const r = outline(nodule, angle);
    box.left = Math.min(box.left, nodule.x + r * Math.cos(angle));
    box.right = Math.max(box.right, nodule.x + r * Math.cos(angle));
    box.top = Math.min(box.top, nodule.y + r * Math.sin(angle));
    box.bottom = Math.max(box.bottom, nodule.y + r * Math.sin(angle));
  }
  return boxRegion('lesion', 'nodule', 'ellipse', box, grid);
}
