import type { Bias, ProblemKind } from './problem';
import type { Schedule } from './lesson';

/** A model of the demonstration: what it is asked, what it was shown, and how it is trained. */
export interface DemoModel {
  name: string;
  kind: ProblemKind;
  bias: Bias;
  seed: number;
  schedule: Schedule;
}

const common = { batch: 16, rate: 2e-3, keep: 'best' } as const;
const chest: Schedule = {
  ...common,
  images: 1600,
  validation: 160,
  pooling: 'max',
  guided: 8,
  epochs: 3,
  enough: 0.995,
};
const skin: Schedule = {
  ...common,
  images: 700,
  validation: 120,
  pooling: 'mean',
  guided: 0,
  epochs: 8,
  enough: 0.998,
};

/** Every demonstration model; a new one is one line. */
export const DEMO_MODELS: readonly DemoModel[] = [
  { name: 'chest-honest', kind: 'chest', bias: 'honest', seed: 11, schedule: chest },
  {
    name: 'chest-shortcut',
    kind: 'chest',
    bias: 'shortcut',
    seed: 12,
    schedule: { ...chest, images: 600, pooling: 'mean', guided: 0, epochs: 4, keep: 'last' },
  },
  { name: 'skin-honest', kind: 'skin', bias: 'honest', seed: 13, schedule: skin },
  {
    name: 'skin-shortcut',
    kind: 'skin',
    bias: 'shortcut',
    seed: 14,
    schedule: { ...skin, images: 600, epochs: 3, keep: 'last' },
  },
];
