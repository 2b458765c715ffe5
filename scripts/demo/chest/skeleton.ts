import type { Random } from '../draw/random';
import type { Grid, Profile, StrokePoint } from '../draw/stroke';
import { addStroke, squareGrid, visitBox } from '../draw/stroke';
import type { Anatomy, Lung } from './anatomy';
import { CHEST_EXTENT } from './anatomy';

/** A flat bone with a dense rim (the cortex) around a lighter core, mm of bone. */
const cortical =
  (thickness: number): Profile =>
  (distance) =>
    thickness * (0.55 + 0.75 * Math.max(0, distance - 0.55)) * Math.min(1, (1 - distance) * 5);

/** Bone in the path of each ray, mm: ribs in front and behind, clavicles, shoulder blades, spine. */
export function skeleton(anatomy: Anatomy, random: Random, size: number): Grid {
  const grid = squareGrid(size, CHEST_EXTENT);
  const pitch = random.between(22, 25);
  for (const lung of anatomy.lungs) {
    for (let rib = 0; rib < 10; rib++) {
      addStroke(grid, posteriorRib(anatomy, lung, rib, pitch, random), cortical(9.5));
      if (rib < 7) addStroke(grid, anteriorRib(anatomy, lung, rib, pitch, random), cortical(6));
    }
    addStroke(grid, clavicle(anatomy, lung, random), cortical(12));
    addStroke(grid, scapula(anatomy, lung), cortical(7));
  }
  addSpine(grid, anatomy);
  return grid;
}

/** From the spine outwards, rising a little and then falling to the flank. */
function posteriorRib(
  anatomy: Anatomy,
  lung: Lung,
  rib: number,
  pitch: number,
  random: Random,
): StrokePoint[] {
  const start = lung.apexY + 8 + rib * pitch + random.between(-1, 1);
  const reach = reachOf(lung, rib);
  return curve(14, (t) => ({
    x: anatomy.midline + lung.side * (16 + (reach - 16) * Math.sin((t * Math.PI) / 2.15)),
    y: start - 9 * Math.sin(Math.min(1, t * 2.2) * Math.PI) + (12 + rib * 4.2) * t ** 2.2,
    radius: 5 + 0.6 * Math.sin(t * 3),
  }));
}

/** From the flank forwards and down towards the breastbone, ending in cartilage that does not show. */
function anteriorRib(
  anatomy: Anatomy,
  lung: Lung,
  rib: number,
  pitch: number,
  random: Random,
): StrokePoint[] {
  const start = lung.apexY + 22 + rib * (pitch + 2) + random.between(-2, 2);
  const reach = reachOf(lung, rib);
  const end = 40 + rib * 6;
  return curve(12, (t) => ({
    x: anatomy.midline + lung.side * (end + (reach - end) * Math.cos((t * Math.PI) / 2)),
    y: start + (34 + rib * 3.5) * t ** 0.85,
    radius: 5.6 - 0.8 * t,
  }));
}

function reachOf(lung: Lung, rib: number): number {
  return lung.width * Math.min(1.02, 0.5 + 0.17 * rib ** 0.75) + 3;
}

function clavicle(anatomy: Anatomy, lung: Lung, random: Random): StrokePoint[] {
  const y = lung.apexY + random.between(26, 36);
  const rise = random.between(14, 28);
  return curve(14, (t) => ({
    x: anatomy.midline + lung.side * (14 + 132 * t),
    y: y - rise * t + 6 * Math.sin(t * Math.PI * 2),
    radius: 6.2 + 2.2 * Math.abs(t - 0.45),
  }));
}

/** The inner border of the shoulder blade, a faint long band at the flank. */
function scapula(anatomy: Anatomy, lung: Lung): StrokePoint[] {
  return curve(8, (t) => ({
    x: anatomy.midline + lung.side * (lung.width * (0.98 + 0.06 * Math.sin(t * 3)) + 16),
    y: lung.apexY + 34 + 120 * t,
    radius: 15 - 8 * t,
  }));
}

function addSpine(grid: Grid, anatomy: Anatomy): void {
  const x0 = anatomy.midline;
  visitBox(grid, { left: x0 - 20, top: 0, right: x0 + 20, bottom: CHEST_EXTENT }, (x, y, index) => {
    const across = Math.abs(x - x0) / 18;
    if (across >= 1) return;
    const disc = 0.5 + 0.5 * Math.cos((y / 23) * 2 * Math.PI);
    const pedicle = Math.exp(-(((across - 0.6) / 0.18) ** 2)) * Math.max(0, disc - 0.5);
    grid.data[index] =
      (grid.data[index] ?? 0) + 11 * Math.sqrt(1 - across ** 4) * (0.72 + 0.28 * disc) + 7 * pedicle;
  });
}

function curve(segments: number, at: (t: number) => StrokePoint): StrokePoint[] {
  return Array.from({ length: segments + 1 }, (_, i) => at(i / segments));
}
