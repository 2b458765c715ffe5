import { textStrokes } from '../draw/glyph';
import type { Random } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import { boxRegion } from '../draw/region';
import type { Grid, StrokePoint } from '../draw/stroke';
import { addStroke, boundsOf, squareGrid, visitBox } from '../draw/stroke';
import type { Anatomy } from './anatomy';
import { CHEST_EXTENT } from './anatomy';

/** Which foreign objects a film carries. */
export interface ChestArtefacts {
  marker: boolean;
  initials: boolean;
  device: boolean;
}

/** Metal in the path of each ray (in units of optical density) with the true regions of what was drawn. */
export interface Metal {
  grid: Grid;
  regions: PhantomRegion[];
}

/** Draws lead letters, the technician's initials and a pacemaker-like device. */
export function drawArtefacts(anatomy: Anatomy, which: ChestArtefacts, random: Random, size: number): Metal {
  const grid = squareGrid(size, CHEST_EXTENT);
  const regions: PhantomRegion[] = [];
  const side = random.pick([-1, 1] as const);
  if (which.marker) regions.push(drawMarker(grid, side, random));
  if (which.initials) regions.push(drawInitials(grid, -side, random));
  if (which.device) regions.push(drawDevice(grid, anatomy, random));
  return { grid, regions };
}

/** The side marker: a lead R on the patient's right (the left of the picture) or a lead L on the other side. */
function drawMarker(grid: Grid, side: number, random: Random): PhantomRegion {
  const height = random.between(20, 26);
  const centre = CHEST_EXTENT / 2 + side * random.between(132, 158);
  const strokes = textStrokes(side < 0 ? 'R' : 'L', centre - height / 3, random.between(10, 22), height, 2.4);
  return drawLead(grid, strokes, side < 0 ? 'side marker R' : 'side marker L', 3.2);
}

/** Small initials low at the flank, as technicians leave them. */
function drawInitials(grid: Grid, side: number, random: Random): PhantomRegion {
  const text = random.pick(['KT', 'AM', 'NE', 'TK', 'MA']);
  const left = CHEST_EXTENT / 2 + side * random.between(168, 174) - 8;
  return drawLead(grid, textStrokes(text, left, random.between(330, 362), 9, 0.9), 'technician mark', 1.9);
}

function drawLead(grid: Grid, strokes: StrokePoint[][], label: string, density: number): PhantomRegion {
  for (const stroke of strokes) {
    addStroke(grid, stroke, (distance) => density * Math.min(1, (1 - distance) * 4));
  }
  const box = boundsOf(strokes.flat());
  return boxRegion('artefact', label, 'rectangle', grow(box, 2), grid);
}

/** A generator under the left collar bone with a lead that runs to the heart. The region is that of the generator. */
function drawDevice(grid: Grid, anatomy: Anatomy, random: Random): PhantomRegion {
  const x = anatomy.midline + random.between(98, 116);
  const y = random.between(92, 112);
  const box = { left: x - 23, top: y - 20, right: x + 23, bottom: y + 20 };
  visitBox(grid, box, (px, py, index) => {
    const edge = 1 - (Math.abs((px - x) / 23) ** 3.4 + Math.abs((py - y) / 20) ** 3.4);
    if (edge <= 0) return;
    const inside = Math.abs(px - x + 4) < 11 && py - y > -9 && py - y < 12 ? 0.5 : 0;
    grid.data[index] = 1.1 + inside + (edge < 0.22 ? 0.5 : 0) + (py - y < -12 ? -0.4 : 0);
  });
  addStroke(grid, leadWire(anatomy, x, y), (distance) => 0.75 * Math.sqrt(1 - distance * distance));
  return boxRegion('artefact', 'implanted device', 'ellipse', grow(box, 1), grid);
}

function leadWire(anatomy: Anatomy, x: number, y: number): StrokePoint[] {
  const tip = { x: anatomy.heart.x + 22, y: anatomy.heart.y + 32 };
  const [p0, p1, p2, p3] = [
    { x: x - 12, y: y - 18 },
    { x: anatomy.midline + 40, y: y - 48 },
    { x: anatomy.midline - 62, y: anatomy.heart.y - 10 },
    tip,
  ] as const;
  return Array.from({ length: 33 }, (_, i) => {
    const t = i / 32;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
    return {
      x: a * p0.x + b * p1.x + c * p2.x + d * p3.x,
      y: a * p0.y + b * p1.y + c * p2.y + d * p3.y,
      radius: 1,
    };
  });
}

function grow(box: { left: number; top: number; right: number; bottom: number }, margin: number): typeof box {
  return {
    left: box.left - margin,
    top: box.top - margin,
    right: box.right + margin,
    bottom: box.bottom + margin,
  };
}
