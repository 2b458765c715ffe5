import type { LayersModel } from '@tensorflow/tfjs-node';
import type { SavedModel } from './save-folder';
import type { Tf } from './tensorflow';

/** A LayersModel as it is saved; the model itself is left as it is. */
export async function savedLayersModel(tf: Tf, model: LayersModel): Promise<SavedModel> {
  let saved: SavedModel | null = null;
  await model.save(
    tf.io.withSaveHandler((artifacts) => {
      const data = artifacts.weightData!;
      const buffers = Array.isArray(data) ? data : [data];
      saved = {
        format: 'layers-model',
        modelTopology: artifacts.modelTopology as object,
        weightSpecs: artifacts.weightSpecs!,
        weightData: Buffer.concat(buffers.map((buffer) => new Uint8Array(buffer))),
      };
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } });
    }),
  );
  return saved!;
}
