import { resolve } from 'node:path';
import { readCard, readModelFolder } from './folder';
import { graphNetwork } from './graph-network';
import { layersNetwork } from './layers-network';
import type { Model } from './port';
import { modelOf } from './model';
import { savedModel } from './saved-model';
import { isSavedModel } from './saved-model-files';
import { tensorflow } from './tensorflow';

/**
 * Loads the model of a folder, its weights checked against its card. Throws PersonError for whatever is wrong.
 * @param way compiled where that can be done; or op by op in any case, to compare the two
 */
export async function loadModel(path: string, way: 'compiled' | 'eager' = 'compiled'): Promise<Model> {
  const place = resolve(path);
  const checked = { folder: place, card: await readCard(place) };
  const tf = tensorflow();
  if (isSavedModel(checked)) return savedModel(tf, checked);
  const folder = await readModelFolder(checked);
  const network = await (folder.format === 'graph-model' ? graphNetwork : layersNetwork)(tf, folder);
  try {
    return await modelOf(tf, folder, network, way);
  } catch (thrown) {
    network.dispose();
    throw thrown;
  }
}
