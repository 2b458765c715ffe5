import * as tf from '@tensorflow/tfjs-node';

/** The two files of a TensorFlow.js LayersModel: the topology with its manifest, and one shard of weights. */
export async function modelFiles(model: tf.LayersModel): Promise<{ json: string; weights: Uint8Array }> {
  let kept: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      kept = artifacts;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  if (!kept?.weightData || !kept.weightSpecs) throw new Error('The model gave no weights to save.');
  const manifest = {
    format: 'layers-model',
    generatedBy: `TensorFlow.js ${tf.version_core}`,
    convertedBy: null,
    modelTopology: kept.modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights: kept.weightSpecs }],
  };
  return {
    json: `${JSON.stringify(manifest)}\n`,
    weights: new Uint8Array(tf.io.CompositeArrayBuffer.join(kept.weightData)),
  };
}
