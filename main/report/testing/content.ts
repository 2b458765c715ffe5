import type {
  Explanation,
  LoadedModel,
  MethodSummary,
  Region,
  ReportContent,
  Slice,
} from '../../../preload/vocabulary';
import { auditMap } from '../../audit/index';

const size = 256;
const sopInstanceUid = '1.2.826.0.1.3680043.10.1437.1.1';
const gauss = (c: number, r: number, column: number, row: number, sigma: number) =>
  Math.exp(-((c + 0.5 - column) ** 2 + (r + 0.5 - row) ** 2) / (2 * sigma * sigma));
const field = (at: (c: number, r: number) => number) =>
  Float32Array.from({ length: size * size }, (_, i) => at(i % size, Math.floor(i / size)));

/** Two lungs, a nodule and a bright marker. */
const slice: Slice = {
  sopInstanceUid,
  frame: 1,
  rows: size,
  columns: size,
  samples: 1,
  pixels: field((c, r) => {
    const lungs = Math.max(gauss(c, r, 80, 130, 38), gauss(c, r, 176, 130, 38));
    const marker = c >= 222 && c < 240 && r >= 14 && r < 34 ? 900 : 0;
    return (
      2600 -
      1700 * lungs +
      420 * gauss(c, r, 92, 118, 5) +
      marker +
      40 * Math.sin(c * 0.7) * Math.sin(r * 0.9)
    );
  }),
  inverted: false,
  unit: '',
  windows: [{ center: 1900, width: 2600, explanation: 'chest' }],
  minimum: 800,
  maximum: 3500,
  photometricInterpretation: 'MONOCHROME2',
  overlays: [],
  shutter: null,
};

const values = field((c, r) => 3.2 * gauss(c, r, 95, 122, 16) + 0.5 * gauss(c, r, 231, 24, 14));

const explanation: Explanation = {
  id: 'fixture-1',
  modelId: '/models/chest-honest',
  sopInstanceUid,
  frame: 1,
  method: 'grad-cam',
  parameters: { upsampling: 'bilinear, half-pixel centres' },
  layer: 'conv_4',
  layers: ['conv_4'],
  unit: 'logit',
  against: null,
  grid: [14, 14],
  gridMap: new Float32Array(196),
  classIndex: 1,
  classLabel: 'nodule',
  scores: [
    { label: 'no finding', logit: -1.8, probability: 0.038 },
    { label: 'nodule', logit: 1.42, probability: 0.962 },
  ],
  map: { rows: size, columns: size, values, peak: values.reduce((a, b) => Math.max(a, b), 0) },
  seen: [0, 0, size, size],
  milliseconds: { prepare: 2.1, forward: 14.2, explain: 21.7 },
  warnings: [],
};

const model: LoadedModel = {
  id: '/models/chest-honest',
  name: 'Chest nodule, honest',
  version: '1.0.0',
  intendedUse: 'Demonstration on generated chest phantoms; not for clinical use.',
  modalities: ['DX'],
  problem: '',
  format: 'TensorFlow.js LayersModel',
  inputShape: [224, 224, 1],
  preparation: 'VOI window to 0..1, resized bilinearly to 224 × 224',
  classes: ['no finding', 'nodule'],
  output: 'softmax',
  targetLayers: [],
  targetLayer: 'conv_4',
  problems: { 'layer-gradient': '', layer: '', 'input-gradient': '', scores: '', nothing: '' },
  engine: { kind: 'compiled', reason: '' },
  weightsSha256: '9f2c1d5c0a6e4b7f8d3e2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d',
  provenance: 'Trained by this project from its own generator.',
  trainingData: '4,000 generated phantoms, marker independent of the label',
  metrics: [{ name: 'AUC', value: 0.984, data: '500 held-out phantoms' }],
  limits: 'Phantoms only; nodules under 6 mm are not covered.',
};

const method: MethodSummary = {
  id: 'grad-cam',
  name: 'Grad-CAM',
  family: 'cam',
  needs: 'layer-gradient',
  passes: 'one',
  place: 'layer',
  unit: 'logit',
  answers: 'Which part of the layer’s feature map raises the score of the class.',
  costs: 'One pass forward, and back through what lies above the layer.',
  misleads: 'Averages the gradient over the image, so it can light what the score does not depend on.',
  reference: 'Selvaraju et al. 2017, ICCV',
  parameters: [],
};

const regions: readonly Region[] = [
  {
    id: 'r1',
    sopInstanceUid,
    frame: 1,
    kind: 'lesion',
    label: 'nodule 1',
    shape: 'ellipse',
    points: [
      [78, 104],
      [106, 132],
    ],
  },
  {
    id: 'r2',
    sopInstanceUid,
    frame: 1,
    kind: 'artefact',
    label: 'side marker',
    shape: 'rectangle',
    points: [
      [218, 10],
      [244, 38],
    ],
  },
];

const study: ReportContent['study'] = {
  studyInstanceUid: '1.2.826.0.1.3680043.10.1437.1',
  studyDate: '20250114',
  studyTime: '093012',
  studyDescription: 'Chest PA (demonstration phantom)',
  accessionNumber: 'A-0417',
  patientName: 'Phantom, Ada Grace',
  patientId: 'DEMO-0001',
  patientBirthDate: '19700101',
  patientSex: 'F',
};

/** A whole report made from arithmetic alone, the same at every run; tests vary parts of it. */
export function syntheticContent(extra: Partial<ReportContent> = {}): ReportContent {
  return {
    study,
    series: {
      seriesInstanceUid: '1.2.826.0.1.3680043.10.1437.2',
      modality: 'DX',
      seriesNumber: 1,
      seriesDescription: 'PA erect',
      bodyPartExamined: 'CHEST',
    },
    instance: {
      sopInstanceUid,
      sopClassUid: '1.2.840.10008.5.1.4.1.1.1.1',
      path: '/secret/place/IM0001.dcm',
      transferSyntaxUid: '1.2.840.10008.1.2.1',
      instanceNumber: 1,
      numberOfFrames: 1,
      rows: size,
      columns: size,
      geometry: null,
      frameGeometry: null,
      sliceThickness: null,
      spacing: { row: 1.4, column: 1.4, kind: 'detector' },
      patientOrientation: ['L', 'F'],
      laterality: '',
      lossy: false,
      lossyRatio: null,
      imageType: ['ORIGINAL', 'PRIMARY'],
      frameRate: null,
      frameOfReferenceUid: '',
    },
    slice,
    display: {
      window: slice.windows[0] ?? null,
      invert: false,
      overlaysShown: true,
      overlay: { visible: true, opacity: 0.6, threshold: 0.2, colourMap: 'inferno', style: 'wash' },
    },
    model,
    method,
    explanation,
    regions,
    measurements: [],
    audit: auditMap(explanation, regions, 0.2),
    comment:
      'Nodule in the right upper zone, well seen. The marker at the upper edge is not what the model looked at.',
    createdAt: '2025-01-15T10:22:31+01:00',
    software: { Sightline: '0.1.0', Electron: '33.2.1', TensorFlow: '2.21.0' },
    ...extra,
  };
}
