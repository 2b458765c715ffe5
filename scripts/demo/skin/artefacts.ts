import { textStrokes } from '../draw/glyph';
import type { Random } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import { boxRegion, round } from '../draw/region';
import type { Grid, StrokePoint } from '../draw/stroke';
import { addStroke, squareGrid, visitBox } from '../draw/stroke';
import type { Mole } from './mole';
import { moleRadius, SKIN_EXTENT } from './mole';
import type { Colour } from './surface';

/** Which foreign things a picture shows. */
export interface SkinArtefacts {
  ink: boolean;
  ruler: boolean;
  hairs: boolean;
  vignette: boolean;
}

/** One thing laid over the skin: how much of each pixel it covers (0…1), in what colour, and where it truly is. */
export interface Layer {
  cover: Grid;
  colour: Colour;
  regions: PhantomRegion[];
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

/** Dashes of a violet surgical pen around the lesion, clear of it. */
function drawInk(mole: Mole, start: number, random: Random, size: number): Layer {
  const cover = squareGrid(size, SKIN_EXTENT);
  const regions: PhantomRegion[] = [];
  const dashes = random.integer(2, 4);
  for (let dash = 0; dash < dashes; dash++) {
    const angle = start + (2 * Math.PI * dash) / dashes + random.between(-0.2, 0.2);
    const stroke = inkDash(mole, angle, random);
    addStroke(cover, stroke, (distance) => 0.84 * Math.min(1, (1 - distance) * 3.5));
    regions.push(strokeRegion(stroke, 'surgical ink', 0.05, cover));
  }
  return { cover, colour: [72, 44, 134], regions };
}

function inkDash(mole: Mole, angle: number, random: Random): StrokePoint[] {
  const span = random.between(0.22, 0.34);
  const radius = random.between(0.36, 0.52);
  const reach =
    Math.max(...[-1, -0.5, 0, 0.5, 1].map((t) => moleRadius(mole, angle + t * span))) + 0.35 + radius;
  const gap = reach + random.between(1.1, 1.6);
  return Array.from({ length: 7 }, (_, i) => {
    const at = angle + (i / 3 - 1) * span;
    const inside = (v: number): number => Math.min(SKIN_EXTENT - 0.6, Math.max(0.6, v));
    return { x: inside(mole.x + gap * Math.cos(at)), y: inside(mole.y + gap * Math.sin(at)), radius };
  });
}

/** Dark hairs right across the picture. */
function drawHairs(random: Random, size: number): Layer {
  const cover = squareGrid(size, SKIN_EXTENT);
  const regions: PhantomRegion[] = [];
  for (let hair = random.integer(4, 10); hair > 0; hair--) {
    const stroke = hairStroke(random);
    addStroke(cover, stroke, (distance) => 0.9 * Math.min(1, (1 - distance) * 2));
    regions.push(strokeRegion(stroke, 'hair', 0.09, cover));
  }
  return { cover, colour: [46, 32, 26], regions };
}

function hairStroke(random: Random): StrokePoint[] {
  const [x, y] = [random.between(1, SKIN_EXTENT - 1), random.between(1, SKIN_EXTENT - 1)];
  const angle = random.between(0, 2 * Math.PI);
  const bend = random.between(-0.09, 0.09);
  const length = random.between(4, 9);
  const radius = random.between(0.05, 0.085);
  return Array.from({ length: 13 }, (_, i) => {
    const s = (i / 12 - 0.5) * length;
    const across = bend * s * s;
    return {
      x: x + s * Math.cos(angle) - across * Math.sin(angle),
      y: y + s * Math.sin(angle) + across * Math.cos(angle),
      radius: radius * (1 - 0.6 * (i / 12)),
    };
  });
}

/** A clear plastic rule along an edge: its body, then its ticks a millimetre apart and figures every five. */
function drawRuler(edge: 'left' | 'bottom', random: Random, size: number): [Layer, Layer] {
  const body = squareGrid(size, SKIN_EXTENT);
  const ticks = squareGrid(size, SKIN_EXTENT);
  const width = random.between(1.5, 1.9);
  const box =
    edge === 'left'
      ? { left: 0, top: 0, right: width, bottom: SKIN_EXTENT }
      : { left: 0, top: SKIN_EXTENT - width, right: SKIN_EXTENT, bottom: SKIN_EXTENT };
  visitBox(body, box, (_x, _y, index) => (body.data[index] = 0.62));
  const offset = random.between(0, 1);
  for (let tick = 0; tick < 16; tick++) {
    const length = tick % 5 === 0 ? 0.95 : 0.55;
    for (const stroke of tickStrokes(edge, offset + tick, width, length, tick)) {
      addStroke(ticks, stroke, (distance) => 0.92 * Math.min(1, (1 - distance) * 2));
    }
  }
  return [
    {
      cover: body,
      colour: [232, 234, 232],
      regions: [boxRegion('artefact', 'ruler', 'rectangle', box, body)],
    },
    { cover: ticks, colour: [24, 24, 28], regions: [] },
  ];
}

function tickStrokes(
  edge: 'left' | 'bottom',
  at: number,
  width: number,
  length: number,
  tick: number,
): StrokePoint[][] {
  const radius = 0.045;
  const inner = SKIN_EXTENT - width;
  const line =
    edge === 'left'
      ? [
          { x: width, y: at, radius },
          { x: width - length, y: at, radius },
        ]
      : [
          { x: at, y: inner, radius },
          { x: at, y: inner + length, radius },
        ];
  if (tick % 5 !== 0) return [line];
  const figure = edge === 'left' ? ([0.12, at + 0.1] as const) : ([at + 0.1, SKIN_EXTENT - 0.62] as const);
  return [line, ...textStrokes(String(tick / 5 + 1), figure[0], figure[1], 0.5, radius)];
}

/** The dark round frame of the dermatoscope's eyepiece. */
function drawVignette(random: Random, size: number): Layer {
  const cover = squareGrid(size, SKIN_EXTENT);
  const radius = random.between(8.4, 9.8);
  const middle = SKIN_EXTENT / 2;
  visitBox(cover, { left: 0, top: 0, right: SKIN_EXTENT, bottom: SKIN_EXTENT }, (x, y, index) => {
    const beyond = (Math.hypot(x - middle, y - middle) - radius) / 0.5;
    cover.data[index] = Math.min(1, Math.max(0, beyond + 0.5));
  });
  const corners = [0, 1, 2, 3].map((corner) => cornerRegion(corner, radius, cover));
  return { cover, colour: [10, 9, 10], regions: corners };
}

/** One dark corner: the arc of the frame and the picture's corner. */
function cornerRegion(corner: number, radius: number, grid: Grid): PhantomRegion {
  const middle = SKIN_EXTENT / 2;
  const half = Math.acos(middle / radius);
  const from = (corner * Math.PI) / 2 + half;
  const sweep = Math.PI / 2 - 2 * half;
  const points = Array.from({ length: 17 }, (_, i): [number, number] => {
    const angle = from + (sweep * i) / 16;
    return [middle + radius * Math.cos(angle), middle + radius * Math.sin(angle)];
  });
  const diagonal = (corner * Math.PI) / 2 + Math.PI / 4;
  points.push([
    middle + middle * Math.sign(Math.cos(diagonal)),
    middle + middle * Math.sign(Math.sin(diagonal)),
  ]);
  return {
    kind: 'artefact',
    label: 'vignette',
    shape: 'polygon',
    points: points.map((p) => toPixels(p, grid)),
  };
}

/** The outline of a stroke, `margin` mm wider than it is. */
function strokeRegion(
  stroke: readonly StrokePoint[],
  label: string,
  margin: number,
  grid: Grid,
): PhantomRegion {
  const line = [capOf(stroke, 0, 1), ...stroke, capOf(stroke, stroke.length - 1, stroke.length - 2)];
  const sides = [1, -1].map((side) =>
    line.map((point, i): [number, number] => {
      const before = line[Math.max(0, i - 1)] ?? point;
      const after = line[Math.min(line.length - 1, i + 1)] ?? point;
      const along = Math.hypot(after.x - before.x, after.y - before.y) || 1;
      const reach = (side * (point.radius + margin)) / along;
      return [point.x - (after.y - before.y) * reach, point.y + (after.x - before.x) * reach];
    }),
  );
  const points = [...(sides[0] ?? []), ...(sides[1] ?? []).reverse()];
  return { kind: 'artefact', label, shape: 'polygon', points: points.map((point) => toPixels(point, grid)) };
}

/** The tip of the round end of a stroke: its end pushed out by a half width, away from the point before. */
function capOf(stroke: readonly StrokePoint[], end: number, before: number): StrokePoint {
  const a = stroke[end] as StrokePoint;
  const b = stroke[before] as StrokePoint;
  const length = Math.hypot(a.x - b.x, a.y - b.y) || 1;
  const reach = a.radius / length;
  return { x: a.x + (a.x - b.x) * reach, y: a.y + (a.y - b.y) * reach, radius: a.radius * 0.6 };
}

function toPixels([x, y]: [number, number], grid: Grid): [number, number] {
  const inside = (v: number): number => round(Math.min(grid.columns, Math.max(0, v / grid.spacing)));
  return [inside(x), inside(y)];
}
