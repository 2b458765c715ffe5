import { resolve } from 'node:path';
import { type ModelFolder, readCard, readModelFolder } from './folder';
import { graphNetwork } from './graph-network';
import { layersNetwork } from './layers-network';
import type { Model } from './port';
import { modelOf } from './model';
import { savedModel } from './saved-model';
import { isSavedModel } from './saved-model-files';
import { type Tf, tensorflow } from './tensorflow';

/**
 * Loads the model of a folder, its weights checked against its card. Throws PersonError for whatever is wrong.
 * @param way compiled where that can be done; or op by op in any case, to compare the two
 */
export async function loadModel(path: string, way: 'compiled' | 'eager' = 'compiled'): Promise<Model> {
  const place = resolve(path);
  const checked = { folder: place, card: await readCard(place) };
  const tf = tensorflow();
  if (isSavedModel(checked)) return savedModel(tf, checked);
  const { folder, intact } = await readModelFolder(checked);
  return whileChecked(intact, () => built(tf, folder, way));
}

async function built(tf: Tf, folder: ModelFolder, way: 'compiled' | 'eager'): Promise<Model> {
  const network = await (folder.format === 'graph-model' ? graphNetwork : layersNetwork)(tf, folder);
  try {
    return await modelOf(tf, folder, network, way);
  } catch (thrown) {
    network.dispose();
    throw thrown;
  }
}

/** Builds a model while something is checked. What the check finds wrong is told before all that came of it. */
async function whileChecked(check: () => Promise<void>, build: () => Promise<Model>): Promise<Model> {
  const [checked, model] = await Promise.allSettled([check(), build()]);
  if (checked.status === 'rejected') {
    if (model.status === 'fulfilled') model.value.dispose();
    throw checked.reason;
  }
  if (model.status === 'rejected') throw model.reason;
  return model.value;
}
