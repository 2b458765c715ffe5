import { resolve } from 'node:path';
import { readModelFolder } from './folder';
import { graphNetwork } from './graph-network';
import { layersNetwork } from './layers-network';
import type { Model } from './port';
import { modelOf } from './model';
import { tensorflow } from './tensorflow';

/**
 * Loads the model of a folder, its weights checked against its card. Throws PersonError for whatever is wrong.
 * @param way compiled where that can be done; or op by op in any case, to compare the two
 */
export async function loadModel(path: string, way: 'compiled' | 'eager' = 'compiled'): Promise<Model> {
  const folder = await readModelFolder(resolve(path));
  const tf = tensorflow();
  const network = await (folder.format === 'graph-model' ? graphNetwork : layersNetwork)(tf, folder);
  try {
    return await modelOf(tf, folder, network, way);
  } catch (thrown) {
    network.dispose();
    throw thrown;
  }
}
