import type { Random } from '../draw/random';
import type { PhantomRegion } from '../draw/region';
import type { StrokePoint } from '../draw/stroke';
import { addStroke, squareGrid } from '../draw/stroke';
import type { Layer } from './layer';
import { SKIN_EXTENT } from './mole';
import { strokeRegion } from './outline';

/** Dark hairs right across the picture. */
export function drawHairs(random: Random, size: number): Layer {
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
