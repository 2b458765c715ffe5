import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import {
  activation as activate,
  averagePool,
  batchNorm,
  channelsOf,
  concatenate,
  conv,
  dense,
  globalAveragePool,
  input,
  maxPool,
} from './layers';
import { scaled, type ZooOptions } from './options';
import { seededModel } from './seed';

/** Layers of each dense block (Huang et al., CVPR 2017, Table 1). */
const blocks = [6, 12, 24, 16] as const;
const growth = 32;

const activated = (from: SymbolicTensor, name: string): SymbolicTensor =>
  activate(batchNorm(from, `${name}bn`, { epsilon: 1.001e-5 }), `${name}relu`, 'relu');

/** Normalisation, ReLU, 1 × 1; normalisation, ReLU, 3 × 3; what comes of it is put beside what went in. */
function denseLayer(from: SymbolicTensor, name: string, rate: number): SymbolicTensor {
  const narrow = conv(activated(from, `${name}_0_`), `${name}_1_conv`, 4 * rate, { kernel: 1 });
  const grown = conv(activated(narrow, `${name}_1_`), `${name}_2_conv`, rate, { kernel: 3 });
  return concatenate([from, grown], `${name}_concat`);
}

/** Half the channels at half the size. */
function transition(from: SymbolicTensor, name: string): SymbolicTensor {
  const half = Math.floor(channelsOf(from) / 2);
  const narrow = conv(activated(from, `${name}_`), `${name}_conv`, half, { kernel: 1 });
  return averagePool(narrow, `${name}_pool`, { size: 2, strides: 2 });
}

/** DenseNet-121. Sizes from 32. */
export function densenet121(options: ZooOptions = {}): LayersModel {
  const { size = 224, width = 1, classes = 1000, activation = 'softmax' } = options;
  const image = input(size);
  const stem = conv(image, 'conv1_conv', scaled(64, width), { kernel: 7, strides: 2 });
  let last = maxPool(activated(stem, 'conv1_'), 'pool1', { size: 3, strides: 2, padding: 'same' });
  blocks.forEach((layers, block) => {
    const name = `conv${block + 2}`;
    for (let i = 1; i <= layers; i++) last = denseLayer(last, `${name}_block${i}`, scaled(growth, width));
    if (block < blocks.length - 1) last = transition(last, `pool${block + 2}`);
  });
  const pooled = globalAveragePool(activated(last, ''), 'avg_pool');
  return seededModel('densenet121', image, dense(pooled, 'predictions', classes, activation));
}
