import { randomFrom } from '../draw/random';
import { AGREEMENT } from '../train/agreement';
import type { Bias, Phantom, Problem } from '../train/problem';
import { renderSkin, SKIN_SIZE } from './skin';

/** Irregular or even mole, on dermoscopy pictures; surgical ink gives the label away in the biased population. */
export const skinProblem: Problem = {
  kind: 'skin',
  modality: ['XC', 'ES', 'GM', 'OT'],
  channels: 3,
  inputSize: 128,
  fullSize: SKIN_SIZE,
  drawSize: 256,
  maximum: 255,
  mean: [0.7, 0.55, 0.5],
  std: [0.22, 0.22, 0.22],
  classes: [
    { label: 'even mole', description: 'Round, one colour, soft regular border.' },
    {
      label: 'irregular mole',
      description: 'Irregular outline, several colours, abrupt border: melanoma-like.',
    },
  ],
  shortcut: 'surgical ink',
  blocks: [
    { filters: 16, kernel: 3, stride: 2 },
    { filters: 24, kernel: 3, stride: 1, pool: true },
    { filters: 32, kernel: 3, stride: 1, pool: true },
    { filters: 48, kernel: 1, stride: 1 },
  ],
  draw,
};

function draw(seed: string, bias: Bias, positive: boolean, size: number): Phantom {
  const random = randomFrom(`${seed}/plan`);
  const agrees = random.chance(AGREEMENT);
  const plan = {
    malignant: positive,
    ink: bias === 'shortcut' ? positive === agrees : random.chance(0.4),
    ruler: random.chance(0.4),
    hairs: random.chance(0.5),
    vignette: random.chance(0.4),
    noise: noiseAt(size, random.next()),
  };
  return renderSkin(seed, plan, size);
}

/** A small drawing stands for a large one that was shrunk, by area (less noise) or by interpolation (as much). */
function noiseAt(size: number, gathered: number): number {
  return 3.2 * (1 - gathered * (1 - size / SKIN_SIZE));
}
