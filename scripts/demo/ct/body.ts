import type { Random } from '../draw/random';
import { fractalTexture, mix, smoothStep } from '../draw/texture';

/** Pixel size in the slice and distance of slices, mm. */
export const CT_SPACING = 1.4;
export const CT_STEP = 5;
/** Slices of the series, from the diaphragm upwards. */
export const CT_SLICES = 40;

/** Hounsfield units of the phantom's tissues. */
export const HU = {
  air: -1000,
  lung: -850,
  fat: -95,
  muscle: 52,
  blood: 165,
  liver: 95,
  bone: 480,
  marrow: 210,
  nodule: 45,
};

/** HU at a point of the body: x to the patient's left, y to the back, z to the head; mm from the middle of the chest. */
export type Body = (x: number, y: number, z: number) => number;

/** The chest without vessels and nodule, drawn once for a patient; later parts cover earlier ones. */
export function drawBody(random: Random): Body {
  const seed = random.integer(0, 1e6);
  const wobble = fractalTexture(seed, 70, 2);
  const lungTexture = fractalTexture(seed + 3, 9, 3);
  return (x, y, z) => {
    const across = Math.hypot(x / 165, y / 112) + 0.02 * wobble(x + z, y);
    if (across >= 1) return table(x, y);
    if (across > 0.98) return 20;
    const wall = Math.hypot(x / 140, (y - 2) / 88);
    const fatty = across > 0.87 + 0.02 * wobble(y, x) ? HU.fat : HU.muscle;
    return skeleton(x, y, z) ?? inside(x, y, z, wall, lungTexture) ?? fatty + 6 * lungTexture(x, y);
  };
}

/** The couch: two thin curved shells under the patient. */
function table(x: number, y: number): number {
  const curve = y - 126 + (x * x) / 2600;
  if (Math.abs(x) > 176) return HU.air;
  return Math.abs(curve) < 1.6 || Math.abs(curve - 22) < 1.6 ? -250 : curve > 0 && curve < 22 ? -965 : HU.air;
}

function skeleton(x: number, y: number, z: number): number | undefined {
  const spine = Math.hypot(x / 19, (y - 70) / 16);
  if (spine < 1) return spine > 0.88 ? HU.bone : HU.marrow + 40 * Math.sin(z * 0.27);
  if (Math.hypot(x / 9, (y - 94) / 8) < 1) return 30;
  if (Math.abs(Math.hypot(x / 14, (y - 95) / 12) - 1) < 0.16) return HU.bone;
  if (Math.abs(x) < 3.5 && y > 104 && y < 109) return HU.bone;
  if (Math.hypot(x / 20, (y + 91) / 6) < 1) return HU.marrow + 90;
  return rib(x, y, z);
}

/** Ribs slope forwards and down, so that an axial slice cuts each as a short arc. */
function rib(x: number, y: number, z: number): number | undefined {
  const shell = Math.hypot(x / 147, (y - 2) / 95);
  if (Math.abs(shell - 1) > 0.04 || Math.abs(x) < 24) return undefined;
  const angle = Math.atan2(-y, Math.abs(x));
  const phase = ((((z + 62 * angle) / 25) % 1) + 1) % 1;
  if (Math.abs(phase - 0.5) > 0.22) return undefined;
  return Math.abs(shell - 1) > 0.022 || Math.abs(phase - 0.5) > 0.17 ? HU.bone : HU.marrow;
}

function inside(
  x: number,
  y: number,
  z: number,
  wall: number,
  texture: (x: number, y: number) => number,
): number | undefined {
  return airway(x, y, z) ?? mediastinum(x, y, z) ?? belly(x, y, z, wall) ?? lung(x, y, z, wall, texture);
}

function airway(x: number, y: number, z: number): number | undefined {
  if (z > 20) return tube(Math.hypot(x / 8.5, (y - 8) / 9));
  const spread = (20 - z) * 0.9;
  return z > -14 ? tube(Math.hypot((Math.abs(x) - spread) / 7, (y - 10) / 7)) : undefined;
}

function tube(radius: number): number | undefined {
  if (radius < 0.88) return HU.air + 4;
  return radius < 1.15 ? 20 : undefined;
}

/** Heart with its chambers, aorta, great vessels, in a cushion of fat. */
function mediastinum(x: number, y: number, z: number): number | undefined {
  const heart = Math.hypot((x - 22) / 60, (y + 22) / 46, (z + 58) / 52);
  if (heart < 0.78) return HU.blood + 12 * Math.sin(x * 0.05 + y * 0.04);
  if (heart < 1) return heart > 0.95 ? HU.fat : 105;
  if (Math.hypot(x - 20, y - 44) < 12.5 && z < 48) return HU.blood + 8;
  if (Math.hypot(x + 12, y + 20) < 15 && z > -30 && z < 48) return HU.blood + 8;
  if (Math.hypot(x + 34, y + 8) < 9 && z > -20) return HU.blood + 45;
  if (Math.hypot(z - 48, 0) < 12 && Math.abs(y - 12 - 1.05 * (x - 4)) < 12 && x > -20 && x < 26)
    return HU.blood + 8;
  if (Math.hypot((x - 18) / 26, (y + 6) / 9) < 1 && Math.abs(z - 8) < 9) return HU.blood + 20;
  if (Math.hypot(x - 8, y - 32) < 6) return 35;
  const half = 30 + 8 * Math.sin(y * 0.05 + 1);
  return Math.abs(x - 2) < half && y < 60 && y > -84 + 18 * smoothStep(0, 60, z) ? HU.fat + 20 : undefined;
}

/** Liver and stomach under the domes of the diaphragm. */
function belly(x: number, y: number, z: number, wall: number): number | undefined {
  if (wall >= 0.985) return undefined;
  const dome = (centre: number, top: number): number =>
    top - 36 * Math.hypot((x - centre) / 75, (y - 4) / 82) ** 2;
  if (x < 4 && z < dome(-62, -66)) return HU.liver;
  if (x >= 4 && z < dome(66, -76)) return Math.hypot(x - 60, y + 14) < 28 ? -870 : 62;
  return undefined;
}

function lung(
  x: number,
  y: number,
  z: number,
  wall: number,
  texture: (x: number, y: number) => number,
): number | undefined {
  const apex = mix(1, 0.62, smoothStep(40, 120, z));
  if (wall >= 0.97 * apex || Math.abs(x) < 14) return undefined;
  return HU.lung + 26 * texture(x + 0.7 * z, y) + 22 * (y / 90);
}
