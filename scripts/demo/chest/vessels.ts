import type { Random } from '../draw/random';
import type { Grid, StrokePoint } from '../draw/stroke';
import { addStroke, rod } from '../draw/stroke';
import type { Anatomy, Lung } from './anatomy';
import { lungDepth } from './anatomy';

/** Adds the branching vessels of both lungs to the soft tissue, mm. */
export function addVessels(soft: Grid, anatomy: Anatomy, random: Random): void {
  for (const lung of anatomy.lungs) {
    const x = anatomy.midline + lung.side * (anatomy.mediastinum + 6);
    const trunks = random.integer(8, 10);
    for (let trunk = 0; trunk < trunks; trunk++) {
      const angle = -1.25 + (2.6 * (trunk + random.between(-0.3, 0.3))) / (trunks - 1);
      grow(
        { soft, anatomy, lung, random },
        x,
        158 + random.between(-14, 14),
        angle,
        random.between(2, 3.1),
        0,
      );
    }
  }
}

interface Tree {
  soft: Grid;
  anatomy: Anatomy;
  lung: Lung;
  random: Random;
}

/** One vessel that wanders outwards, thins, and splits until it is too fine to see. `angle` 0 points to the flank. */
function grow(tree: Tree, x: number, y: number, angle: number, radius: number, order: number): void {
  const { random, lung } = tree;
  const points: StrokePoint[] = [{ x, y, radius }];
  const steps = random.integer(3, 4);
  for (let step = 1; step <= steps; step++) {
    angle += random.between(-0.22, 0.22);
    const length = random.between(7, 12);
    x += lung.side * Math.cos(angle) * length;
    y += Math.sin(angle) * length;
    points.push({ x, y, radius: radius * (1 - (0.3 * step) / steps) });
  }
  addStroke(tree.soft, points, rod);
  if (order >= 4 || radius < 0.6 || lungDepth(tree.anatomy, lung, x, y) < 6) return;
  const spread = random.between(0.25, 0.5);
  grow(tree, x, y, angle - spread, radius * random.between(0.6, 0.72), order + 1);
  grow(tree, x, y, angle + spread, radius * random.between(0.6, 0.72), order + 1);
}
