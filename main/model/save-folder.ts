import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { z } from 'zod';
import { writeWhole } from '../process/write-whole';
import { modelCard } from './card';

/** What a saved model consists of: topology, weight specifications and weights, in TensorFlow.js's terms. */
export interface SavedModel {
  readonly format: 'layers-model' | 'graph-model';
  readonly modelTopology: object;
  readonly weightSpecs: readonly object[];
  readonly weightData: Uint8Array;
}

/** A card as it is written, before its weights are known. */
export type UnsignedCard = Omit<z.input<typeof modelCard>, 'weightsSha256' | 'format'>;

const place = (folder: string, name: string, content: string | Uint8Array): Promise<void> =>
  writeWhole(join(folder, name), content, { makeFolder: true });

/** Writes model.json, weights.bin and a card.json that names their digest. Throws ZodError on a card that is wrong. */
export async function saveModelFolder(folder: string, model: SavedModel, card: UnsignedCard): Promise<void> {
  const weightsSha256 = createHash('sha256').update(model.weightData).digest('hex');
  const signed = { ...card, format: model.format, weightsSha256 };
  modelCard.parse(signed);
  await place(folder, 'weights.bin', model.weightData);
  const { format, modelTopology, weightSpecs } = model;
  const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
  await place(folder, 'model.json', JSON.stringify({ format, modelTopology, weightsManifest }));
  await place(folder, 'card.json', `${JSON.stringify(signed, null, 2)}\n`);
}
