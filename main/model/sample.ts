import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-node';
import type { Model } from './port';
import { saveModelFolder, type SavedModel, type UnsignedCard } from './save-folder';
import { savedLayersModel } from './save-layers';
import { tensorflow } from './tensorflow';

/** A card for the small networks of the tests: grey rows × columns, values 0..1. */
export const sampleCard = (
  classes: number,
  rows: number,
  more: Partial<UnsignedCard> = {},
): UnsignedCard => ({
  name: 'Sample',
  version: '1',
  intendedUse: 'Tests of the application only.',
  input: { rows, columns: rows, channels: 1, range: { kind: 'values', min: 0, max: 1 }, resize: 'stretch' },
  classes: Array.from({ length: classes }, (_, index) => ({ label: `class ${index}` })),
  output: 'softmax',
  provenance: 'Seeded weights.',
  trainingData: 'None.',
  metrics: [],
  limits: 'Good for nothing.',
  ...more,
});

/** Writes a saved model and its card into a new temporary folder. */
export async function sampleFolder(saved: SavedModel, card: UnsignedCard): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-model-'));
  await saveModelFolder(folder, saved, card);
  return folder;
}

/** Writes a LayersModel and its card into a new temporary folder, and frees the model. */
export async function layersFolder(model: LayersModel, card: UnsignedCard): Promise<string> {
  const folder = await sampleFolder(await savedLayersModel(tensorflow(), model), card);
  model.dispose();
  return folder;
}

/** Values 0..1 that are the same every time (a linear congruential generator, Numerical Recipes' constants). */
export function seededValues(length: number, seed = 1): Float32Array {
  const values = new Float32Array(length);
  let state = seed >>> 0;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    values[i] = state / 2 ** 32;
  }
  return values;
}

/** The input size of a model in values. */
export const inputLength = ({ card }: Model): number =>
  card.input.rows * card.input.columns * card.input.channels;
