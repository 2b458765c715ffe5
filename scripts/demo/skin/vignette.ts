import type { Random } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import type { Grid } from '../draw/stroke';
import { squareGrid, visitBox } from '../draw/stroke';
import type { Layer } from './layer';
import { SKIN_EXTENT } from './mole';
import { toPixels } from './outline';

/** The dark round frame of the dermatoscope's eyepiece. */
export function drawVignette(random: Random, size: number): Layer {
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
