import type { Random } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import type { StrokePoint } from '../draw/stroke';
import { addStroke, squareGrid } from '../draw/stroke';
import type { Layer } from './layer';
import type { Mole } from './mole';
import { moleRadius, SKIN_EXTENT } from './mole';
import { strokeRegion } from './outline';

/** Dashes of a violet surgical pen around the lesion, clear of it. */
export function drawInk(mole: Mole, start: number, random: Random, size: number): Layer {
  const cover = squareGrid(size, SKIN_EXTENT);
  const regions: PhantomRegion[] = [];
  const dashes = random.integer(3, 5);
  for (let dash = 0; dash < dashes; dash++) {
    const angle = start + (2 * Math.PI * dash) / dashes + random.between(-0.12, 0.12);
    const stroke = inkDash(mole, angle, random);
    addStroke(cover, stroke, (distance) => 0.84 * Math.min(1, (1 - distance) * 3.5));
    regions.push(strokeRegion(stroke, 'surgical ink', 0.05, cover));
  }
  return { cover, colour: [72, 44, 134], regions };
}

function inkDash(mole: Mole, angle: number, random: Random): StrokePoint[] {
  const span = random.between(0.27, 0.42);
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
