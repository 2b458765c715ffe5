import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';

const side = 16;
const classes = [{ label: 'dark' }, { label: 'bright' }];

const layers = [
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
    config: { units: 2, activation: 'softmax', use_bias: false, name: 'classes' },
    inbound_nodes: [[['flat', 0, 0, {}]]],
  },
];

const modelOf = {
  format: 'layers-model',
  modelTopology: {
    class_name: 'Model',
    config: {
      name: 'dense',
      layers,
      input_layers: [['image', 0, 0]],
      output_layers: [['classes', 0, 0]],
    },
  },
  weightsManifest: [
    {
      paths: ['weights.bin'],
      weights: [{ name: 'classes/kernel', shape: [side * side, 2], dtype: 'float32' }],
    },
  ],
};

/** Writes the folder of a model without a spatial layer: whether a radiograph is bright on the whole. */
export function writeDenseModel(folder: string): void {
  const weights = Float32Array.from({ length: side * side * 2 }, (_, i) => (i % 2 === 0 ? -1 : 1) / side);
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
    classes,
    output: 'softmax',
    provenance: 'Written by hand.',
    trainingData: 'None.',
    metrics: [],
    limits: 'Good for nothing.',
    weightsSha256: createHash('sha256').update(bytes).digest('hex'),
  };
  mkdirSync(folder);
  writeFileSync(`${folder}/weights.bin`, bytes);
  writeFileSync(`${folder}/model.json`, JSON.stringify(modelOf));
  writeFileSync(`${folder}/card.json`, JSON.stringify(card));
}
