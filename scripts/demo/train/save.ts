import * as tf from '@tensorflow/tfjs-node';
import { join } from 'node:path';
import { writeWhole } from '../write/file';

/** Writes a LayersModel into a folder: model.json (topology and manifest) and one shard, weights.bin. */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<void> {
  const { modelTopology, weightData, weightSpecs } = await artifactsOf(model);
  if (!weightData || !weightSpecs) throw new Error('The model gave no weights to save.');
  const json = {
    format: 'layers-model',
    generatedBy: `TensorFlow.js ${tf.version_core}`,
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
  };
  await writeWhole(join(folder, 'weights.bin'), new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)));
  await writeWhole(join(folder, 'model.json'), `${JSON.stringify(json)}\n`);
}

type Artifacts = Parameters<Parameters<typeof tf.io.withSaveHandler>[0]>[0];

async function artifactsOf(model: tf.LayersModel): Promise<Artifacts> {
  return new Promise((resolve, reject) => {
    const handler = tf.io.withSaveHandler((artifacts) => {
      resolve(artifacts);
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } });
    });
    model.save(handler).catch(reject);
  });
}
