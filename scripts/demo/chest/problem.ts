import { randomFrom } from '../draw/random';
import { AGREEMENT } from '../train/agreement';
import type { Bias, Phantom, Problem } from '../train/problem';
import { CHEST_PHOTONS, CHEST_SIZE, renderChest } from './chest';

/** Nodule or none, on chest radiographs; the side marker gives the label away in the biased population. */
export const chestProblem: Problem = {
  kind: 'chest',
  modality: ['DX', 'CR'],
  channels: 1,
  inputSize: 192,
  fullSize: CHEST_SIZE,
  drawSize: 192,
  maximum: 4095,
  mean: [0.6],
  std: [0.28],
  classes: [
    { label: 'no nodule', description: 'No nodule of 6 to 30 mm in the lung fields.' },
    { label: 'nodule', description: 'One to three nodules of 6 to 30 mm in the lung fields.' },
  ],
  shortcut: 'side marker',
  blocks: [
    { filters: 16, kernel: 3, stride: 2 },
    { filters: 32, kernel: 3, stride: 2 },
    { filters: 48, kernel: 3, stride: 1, pool: true },
    { filters: 64, kernel: 1, stride: 1 },
    { filters: 48, kernel: 1, stride: 1 },
  ],
  draw,
};

function draw(seed: string, bias: Bias, positive: boolean, size: number): Phantom {
  const random = randomFrom(`${seed}/plan`);
  const agrees = random.chance(AGREEMENT);
  const marker = bias === 'shortcut' ? positive === agrees : random.chance(0.5);
  const plan = {
    nodules: positive ? random.pick([1, 1, 1, 2, 2, 3]) : 0,
    marker,
    initials: random.chance(0.3),
    device: random.chance(0.2),
    photons: photonsAt(size, random.next()),
  };
  return renderChest(seed, plan, size);
}

/**
 * A small drawing stands for a large one that was shrunk. Shrinking by area gathers the photons of every pixel,
 * shrinking by interpolation only those of a few: `gathered` in 0…1 draws anything between the two.
 */
function photonsAt(size: number, gathered: number): number {
  const shrink = (CHEST_SIZE / size) ** 2;
  return CHEST_PHOTONS * (1 + gathered * (shrink - 1));
}
