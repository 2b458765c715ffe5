import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';

const side = 16;
const layersOf = (units: number) => [
  {
    name: 'image',
    class_name: 'InputLayer',
    config: { batch_input_shape: [null, side, side, 1], dtype: 'float32', name: 'image' },
    inbound_nodes: [],
  },
  {
    name: 'flat',
    class_name: 'Flatten',
    config: { name: 'flat' },
    inbound_nodes: [[['image', 0, 0, {}]]],
  },
  {
    name: 'classes',
    class_name: 'Dense',
    config: { units, activation: 'softmax', use_bias: false, name: 'classes' },
    inbound_nodes: [[['flat', 0, 0, {}]]],
  },
];

const modelOf = (units: number) => ({
  format: 'layers-model',
  modelTopology: {
    class_name: 'Model',
    config: {
      name: 'dense',
      layers: layersOf(units),
      input_layers: [['image', 0, 0]],
      output_layers: [['classes', 0, 0]],
    },
  },
  weightsManifest: [
    {
      paths: ['weights.bin'],
      weights: [{ name: 'classes/kernel', shape: [side * side, units], dtype: 'float32' }],
    },
  ],
});

/**
 * Writes the folder of a model without a spatial layer: how bright a radiograph is on the whole.
 * @param labels classes from the darkest to the brightest, two or more
 */
export function writeDenseModel(folder: string, labels: readonly string[] = ['dark', 'bright']): void {
  const units = labels.length;
  const weightOf = (place: number) => ((2 * place) / (units - 1) - 1) / side;
  const weights = Float32Array.from({ length: side * side * units }, (_, i) => weightOf(i % units));
  const bytes = Buffer.from(weights.buffer);
  const card = {
    name: 'dense',
    version: '1',
    intendedUse: 'Tests of the application only.',
    format: 'layers-model',
    input: {
      rows: side,
      columns: side,
      channels: 1,
      modality: ['DX'],
      range: { kind: 'values', min: 0, max: 4095 },
      resize: 'stretch',
    },
    classes: labels.map((label) => ({ label })),
    output: 'softmax',
    provenance: 'Written by hand.',
    trainingData: 'None.',
    metrics: [],
    limits: 'Good for nothing.',
    weightsSha256: createHash('sha256').update(bytes).digest('hex'),
  };
  mkdirSync(folder);
  writeFileSync(`${folder}/weights.bin`, bytes);
  writeFileSync(`${folder}/model.json`, JSON.stringify(modelOf(units)));
  writeFileSync(`${folder}/card.json`, JSON.stringify(card));
}
