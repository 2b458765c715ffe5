import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import {
  activation as activate,
  add,
  batchNorm,
  conv,
  dense,
  globalAveragePool,
  input,
  maxPool,
  pad,
} from './layers';
import { scaled, type ZooOptions } from './options';
import { seededModel } from './seed';

/** Channels of the bottleneck and repeats of each stage (He et al., CVPR 2016, Table 1). */
const stages = [
  [64, 3],
  [128, 4],
  [256, 6],
  [512, 3],
] as const;

interface Kernel {
  readonly kernel: number;
  readonly strides?: number;
  readonly padding?: 'same' | 'valid';
}

/** With a bias before the normalisation, as Keras applications have it. */
const normalised = (from: SymbolicTensor, name: string, filters: number, kernel: Kernel): SymbolicTensor =>
  batchNorm(conv(from, `${name}_conv`, filters, { bias: true, ...kernel }), `${name}_bn`, {
    epsilon: 1.001e-5,
  });

const rectified = (from: SymbolicTensor, name: string, filters: number, kernel: Kernel): SymbolicTensor =>
  activate(normalised(from, name, filters, kernel), `${name}_relu`, 'relu');

/** 1 × 1 with the stride, 3 × 3, 1 × 1 to four times the channels, beside the identity or a 1 × 1 convolution. */
function bottleneck(from: SymbolicTensor, name: string, filters: number, strides: number, first: boolean) {
  const narrow = rectified(from, `${name}_1`, filters, { kernel: 1, strides });
  const inner = rectified(narrow, `${name}_2`, filters, { kernel: 3 });
  const wide = normalised(inner, `${name}_3`, 4 * filters, { kernel: 1 });
  const beside = first ? normalised(from, `${name}_0`, 4 * filters, { kernel: 1, strides }) : from;
  return activate(add([beside, wide], `${name}_add`), `${name}_out`, 'relu');
}

/** ResNet-50, padded by layers of its own in the stem as in Keras applications. Sizes from 32. */
export function resnet50(options: ZooOptions = {}): LayersModel {
  const { size = 224, width = 1, classes = 1000, activation = 'softmax' } = options;
  const image = input(size);
  const padded = pad(image, 'conv1_pad', 3);
  const stem = rectified(padded, 'conv1', scaled(64, width), { kernel: 7, strides: 2, padding: 'valid' });
  let last = maxPool(pad(stem, 'pool1_pad', 1), 'pool1_pool', { size: 3, strides: 2 });
  stages.forEach(([filters, repeats], stage) => {
    for (let block = 1; block <= repeats; block++) {
      const strides = stage > 0 && block === 1 ? 2 : 1;
      const name = `conv${stage + 2}_block${block}`;
      last = bottleneck(last, name, scaled(filters, width), strides, block === 1);
    }
  });
  const scores = dense(globalAveragePool(last, 'avg_pool'), 'predictions', classes, activation);
  return seededModel('resnet50', image, scores);
}
