import type { Random } from '../draw/random';
import { randomFrom } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import { boxRegion } from '../draw/region';
import type { Body } from './body';
import { CT_SLICES, CT_SPACING, CT_STEP, drawBody, HU } from './body';

/** One axial slice: stored values (HU + 1024, 12 bits), its z in mm and what is truly in it. */
export interface CtSlice {
  pixels: Uint16Array;
  rows: number;
  columns: number;
  position: number;
  regions: PhantomRegion[];
}

/** A ball in the chest, mm. */
interface Ball {
  x: number;
  y: number;
  z: number;
  radius: number;
}

/** Pixels a side of a slice. */
export const CT_SIZE = 256;
/** Standard deviation of the noise, HU. */
const NOISE = 11;

/** A series of slices from the diaphragm upwards, with one nodule that spans several of them. */
export function renderCt(seed: string): CtSlice[] {
  const body = drawBody(randomFrom(`${seed}/body`));
  const vessels = drawVessels(body, randomFrom(`${seed}/vessels`));
  const nodule = drawNodule(body, randomFrom(`${seed}/nodule`));
  const random = randomFrom(`${seed}/noise`);
  return Array.from({ length: CT_SLICES }, (_, index) => {
    const z = (index - CT_SLICES / 2) * CT_STEP;
    const values = sampleSlice(body, z);
    for (const vessel of vessels) stamp(values, vessel, z, HU.blood - 90);
    stamp(values, nodule, z, HU.nodule);
    return {
      pixels: store(values, random),
      rows: CT_SIZE,
      columns: CT_SIZE,
      position: z,
      regions: noduleRegion(nodule, z),
    };
  });
}

/** A nodule of 18–24 mm in lung tissue on every side. */
function drawNodule(body: Body, random: Random): Ball {
  for (;;) {
    const ball = {
      x: random.pick([-1, 1]) * random.between(78, 108),
      y: random.between(-40, 30),
      z: random.between(-30, 45),
      radius: random.between(9, 12),
    };
    if (clear(body, ball, ball.radius + 5)) return ball;
  }
}

function clear(body: Body, { x, y, z }: Ball, reach: number): boolean {
  const around = [
    [0, 0, 0],
    [reach, 0, 0],
    [-reach, 0, 0],
    [0, reach, 0],
    [0, -reach, 0],
    [0, 0, reach],
    [0, 0, -reach],
  ] as const;
  return around.every(([dx, dy, dz]) => inLung(body(x + dx, y + dy, z + dz)));
}

function inLung(hu: number): boolean {
  return hu > -935 && hu < -740;
}

/** Vessels as chains of balls that wander from each root of the lungs outwards and thin. */
function drawVessels(body: Body, random: Random): Ball[] {
  const balls: Ball[] = [];
  for (let branch = 0; branch < 130; branch++) {
    const side = branch % 2 === 0 ? -1 : 1;
    const direction = [
      side * random.between(0.2, 1),
      random.gaussian() * 0.7,
      random.gaussian() * 0.8,
    ] as const;
    const length = Math.hypot(...direction);
    let [x, y, z] = [side * 34, 6, random.between(-14, 14)];
    let radius = random.between(2.2, 4.2);
    for (let step = 0; step < 90 && radius > 0.8; step++) {
      x += (direction[0] / length) * 1.5 + random.gaussian() * 0.35;
      y += (direction[1] / length) * 1.5 + random.gaussian() * 0.35;
      z += (direction[2] / length) * 1.5 + random.gaussian() * 0.35;
      radius *= 0.982;
      if (inLung(body(x, y, z))) balls.push({ x, y, z, radius });
    }
  }
  return balls;
}

/** HU of a slice, each pixel the mean of three planes of its thickness. */
function sampleSlice(body: Body, z: number): Float32Array {
  const values = new Float32Array(CT_SIZE * CT_SIZE);
  for (let i = 0; i < values.length; i++) {
    const x = ((i % CT_SIZE) + 0.5 - CT_SIZE / 2) * CT_SPACING;
    const y = (Math.floor(i / CT_SIZE) + 0.5 - CT_SIZE / 2) * CT_SPACING;
    values[i] = (body(x, y, z - 1.6) + body(x, y, z) + body(x, y, z + 1.6)) / 3;
  }
  return values;
}

/** Lays a ball's cut over a slice, softened over a pixel at its edge. */
function stamp(values: Float32Array, ball: Ball, z: number, hu: number): void {
  const reach = cutRadius(ball, z);
  if (reach <= 0) return;
  const pixel = (mm: number): number => Math.floor(mm / CT_SPACING + CT_SIZE / 2);
  for (let row = pixel(ball.y - reach) - 1; row <= pixel(ball.y + reach) + 1; row++) {
    for (let column = pixel(ball.x - reach) - 1; column <= pixel(ball.x + reach) + 1; column++) {
      const x = (column + 0.5 - CT_SIZE / 2) * CT_SPACING;
      const y = (row + 0.5 - CT_SIZE / 2) * CT_SPACING;
      const cover = Math.min(1, Math.max(0, (reach - Math.hypot(x - ball.x, y - ball.y)) / CT_SPACING + 0.5));
      const at = row * CT_SIZE + column;
      values[at] = Math.max(values[at] ?? 0, (values[at] ?? 0) * (1 - cover) + hu * cover);
    }
  }
}

/** Radius of the cut through a ball, mm; a ball thinner than the slice keeps its whole width where it is met. */
function cutRadius(ball: Ball, z: number): number {
  const away = Math.max(0, Math.abs(z - ball.z) - CT_STEP / 4);
  return Math.sqrt(Math.max(0, ball.radius ** 2 - away ** 2));
}

/** A little blur, as of a reconstruction kernel, noise, and storage as HU + 1024. */
function store(values: Float32Array, random: Random): Uint16Array {
  const noise = Float32Array.from(values, () => random.gaussian());
  return Uint16Array.from(values, (_, i) => {
    const hu = smoothAt(values, i) + NOISE * 2.2 * smoothAt(noise, i);
    return Math.min(4095, Math.max(0, Math.round(hu + 1024)));
  });
}

/** Binomial 3 × 3 mean around a pixel, clamped at the edges. */
function smoothAt(values: Float32Array, i: number): number {
  const row = Math.min(CT_SIZE - 2, Math.max(1, Math.floor(i / CT_SIZE)));
  const column = Math.min(CT_SIZE - 2, Math.max(1, i % CT_SIZE));
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      sum += (values[(row + dy) * CT_SIZE + column + dx] ?? 0) * (2 - Math.abs(dy)) * (2 - Math.abs(dx));
    }
  }
  return sum / 16;
}

function noduleRegion(nodule: Ball, z: number): PhantomRegion[] {
  const reach = cutRadius(nodule, z);
  if (reach < 2) return [];
  const middle = (CT_SIZE / 2) * CT_SPACING;
  const [x, y] = [nodule.x + middle, nodule.y + middle];
  const box = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  return [
    boxRegion('lesion', 'nodule', 'ellipse', box, { columns: CT_SIZE, rows: CT_SIZE, spacing: CT_SPACING }),
  ];
}
