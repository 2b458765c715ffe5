import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import {
  activation as activate,
  add,
  batchNorm,
  channelsOf,
  conv,
  dense,
  globalAveragePool,
  input,
  maxPool,
} from './layers';
import { scaled, type ZooOptions } from './options';
import { seededModel } from './seed';

const normalised = (from: SymbolicTensor, name: string, filters: number, kernel: number, strides: number) =>
  batchNorm(conv(from, `${name}_conv`, filters, { kernel, strides }), `${name}_bn`);

/** A basic block: two 3 × 3 convolutions beside the identity, or beside a 1 × 1 convolution where the shape changes. */
function basicBlock(from: SymbolicTensor, name: string, filters: number, strides: number): SymbolicTensor {
  const inner = activate(normalised(from, `${name}_1`, filters, 3, strides), `${name}_1_relu`, 'relu');
  const outer = normalised(inner, `${name}_2`, filters, 3, 1);
  const same = strides === 1 && channelsOf(from) === filters;
  const beside = same ? from : normalised(from, `${name}_0`, filters, 1, strides);
  return activate(add([outer, beside], `${name}_add`), `${name}_out`, 'relu');
}

/** ResNet-18 (He et al., CVPR 2016, Table 1). Sizes from 32. */
export function resnet18(options: ZooOptions = {}): LayersModel {
  const { size = 224, width = 1, classes = 1000, activation = 'softmax' } = options;
  const image = input(size);
  const stem = activate(normalised(image, 'conv1', scaled(64, width), 7, 2), 'conv1_relu', 'relu');
  let last = maxPool(stem, 'pool1_pool', { size: 3, strides: 2, padding: 'same' });
  [64, 128, 256, 512].forEach((filters, stage) => {
    for (const block of [1, 2]) {
      const strides = stage > 0 && block === 1 ? 2 : 1;
      last = basicBlock(last, `conv${stage + 2}_block${block}`, scaled(filters, width), strides);
    }
  });
  const scores = dense(globalAveragePool(last, 'avg_pool'), 'predictions', classes, activation);
  return seededModel('resnet18', image, scores);
}
