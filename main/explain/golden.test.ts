import { describe, expect, it } from 'vitest';
import { loadModel } from '../model/load';
import { inputLength, layersFolder, sampleCard, seededValues } from '../model/sample';
import { tensorflow } from '../model/tensorflow';
import { relu } from './channels';
import { explain } from './explain';
import { Passes } from './passes';
import { sourceOfInput } from './source';

const tf = tensorflow();

/** Two convolutions under a global average and a dense head: g is constant over space. */
function averaged() {
  const kernelInitializer = (seed: number) => tf.initializers.glorotNormal({ seed });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [16, 16, 1],
        filters: 6,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.conv2d({
        name: 'last',
        filters: 8,
        kernelSize: 3,
        strides: 2,
        activation: 'relu',
        kernelInitializer: kernelInitializer(2),
      }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: kernelInitializer(3) }),
    ],
  });
}

describe('HiResCAM', () => {
  it.each([0, 1, 2])('equals Grad-CAM under a global average, class %i', async (classIndex) => {
    const model = await loadModel(await layersFolder(averaged(), sampleCard(3, 16)));
    const source = sourceOfInput(model.card, seededValues(inputLength(model), 5));
    const setting = { model, source, passes: new Passes(), turn: () => Promise.resolve() };
    const of = (method: string) =>
      explain(setting, { method, classIndex, against: null, layers: [], parameters: {} }, 'id');
    const [cam, hires] = [await of('grad-cam'), await of('hires-cam')];
    expect(cam.grid).toEqual([6, 6]);
    expect([...relu(hires.gridMap)]).toEqual([...cam.gridMap].map((value) => expect.closeTo(value, 5)));
    expect([...hires.map.values]).toEqual([...cam.map.values].map((value) => expect.closeTo(value, 5)));
    model.dispose();
  });

  it('adds up to the logit but for the bias under a global average', async () => {
    const model = await loadModel(await layersFolder(averaged(), sampleCard(3, 16)));
    const source = sourceOfInput(model.card, seededValues(inputLength(model), 5));
    const setting = { model, source, passes: new Passes(), turn: () => Promise.resolve() };
    const { gridMap, scores } = await explain(
      setting,
      { method: 'hires-cam', classIndex: 1, against: null, layers: ['last'], parameters: {} },
      'id',
    );
    expect(gridMap.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[1]!.logit, 4);
    model.dispose();
  });
});
