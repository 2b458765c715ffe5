import type * as tf from '@tensorflow/tfjs-node';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '../write/file';
import { modelFiles } from './model-files';

/** Writes model.json and weights.bin into a folder; the SHA-256 of the weights, hexadecimal. */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<string> {
  const { json, weights } = await modelFiles(model);
  await writeWhole(join(folder, 'weights.bin'), weights);
  await writeWhole(join(folder, 'model.json'), json);
  return createHash('sha256').update(weights).digest('hex');
}
