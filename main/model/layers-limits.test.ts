import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { loadModel } from './load';
import { layersFolder, sampleCard, seededValues } from './sample';
import { evidenceAt } from './sample-evidence';
import { tensorflow } from './tensorflow';
import { conv, dense, normal } from './testing/small-layers';

const tf = tensorflow();

describe('a model that the CAM family does not apply to', () => {
  const mlp = (): LayersModel =>
    tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 1] }), dense(2, 'softmax')] });

  it('is told so in plain words, and its scores are still there', async () => {
    const model = await loadModel(await layersFolder(mlp(), sampleCard(2, 8)));
    expect(model.problems['layer-gradient']).toMatch(/no spatial feature map/);
    expect(model.layers).toEqual([]);
    expect(model.run(seededValues(64))).toHaveLength(2);
    model.dispose();
  });

  it('may take flat pixels', async () => {
    const flat: LayersModel = tf.sequential({
      layers: [tf.layers.dense({ inputShape: [64], units: 2, kernelInitializer: normal(1) })],
    });
    const model = await loadModel(await layersFolder(flat, sampleCard(2, 8, { output: 'logit' })));
    expect(model.problems['layer-gradient']).not.toBe('');
    model.dispose();
  });

  it('names the missing gradient of a dilated convolution where it runs op by op', async () => {
    const dilated: LayersModel = tf.sequential({
      layers: [
        tf.layers.inputLayer({ inputShape: [8, 8, 1] }),
        conv('plain', 2, 1),
        tf.layers.conv2d({
          name: 'dilated',
          filters: 2,
          kernelSize: 3,
          dilationRate: 2,
          kernelInitializer: normal(1),
        }),
        tf.layers.globalAveragePooling2d({}),
        dense(2, 'softmax'),
      ],
    });
    const model = await loadModel(await layersFolder(dilated, sampleCard(2, 8)), 'eager');
    expect(model.problems['layer-gradient']).toBe('');
    const before = tf.memory().numTensors;
    expect(() => evidenceAt(model, seededValues(64), 'plain', 0)).toThrow(/dilated convolutions/);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('leaves out a layer that is used twice', async () => {
    const input = tf.input({ shape: [8, 8, 1] });
    const first = conv('first', 2, 1).apply(input) as SymbolicTensor;
    const shared = conv('shared', 2, 2);
    const twice = shared.apply(shared.apply(first)) as SymbolicTensor;
    const pooled = tf.layers.globalAveragePooling2d({}).apply(twice) as SymbolicTensor;
    const net = tf.model({ inputs: input, outputs: dense(2, 'softmax').apply(pooled) as SymbolicTensor });
    const model = await loadModel(await layersFolder(net, sampleCard(2, 8)));
    expect(model.layers.map(({ name }) => name)).toEqual(['first']);
    model.dispose();
  });
});
