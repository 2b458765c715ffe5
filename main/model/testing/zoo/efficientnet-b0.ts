import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import {
  activation as activate,
  add,
  batchNorm,
  channelsOf,
  conv,
  dense,
  depthwise,
  dropout,
  globalAveragePool,
  input,
  multiply,
  reshape,
} from './layers';
import { scaled, type ZooOptions } from './options';
import { seededModel } from './seed';

/** Expansion factor, channels, repeats, first stride, kernel (Tan and Le, ICML 2019, Table 1). */
const stages = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 40, 2, 2, 5],
  [6, 80, 3, 2, 3],
  [6, 112, 3, 1, 5],
  [6, 192, 4, 2, 5],
  [6, 320, 1, 1, 3],
] as const;

interface Block {
  readonly name: string;
  readonly expansion: number;
  readonly filters: number;
  readonly strides: number;
  readonly kernel: number;
}

/** Weights channels by what they hold over the whole picture (Hu et al., CVPR 2018), narrowed to a number of channels. */
function squeezeExcite(from: SymbolicTensor, name: string, narrow: number): SymbolicTensor {
  const channels = channelsOf(from);
  const squeezed = reshape(globalAveragePool(from, `${name}_squeeze`), `${name}_reshape`, [1, 1, channels]);
  const reduced = conv(squeezed, `${name}_reduce`, narrow, { kernel: 1, bias: true, activation: 'swish' });
  const gate = conv(reduced, `${name}_expand`, channels, { kernel: 1, bias: true, activation: 'sigmoid' });
  return multiply([from, gate], `${name}_excite`);
}

function expand(from: SymbolicTensor, name: string, expansion: number): SymbolicTensor {
  const wide = conv(from, `${name}_conv`, channelsOf(from) * expansion, { kernel: 1 });
  return activate(batchNorm(wide, `${name}_bn`), `${name}_activation`, 'swish');
}

/** An inverted residual with swish and squeeze-and-excitation; it is narrowed to a quarter of the block's input. */
function block(from: SymbolicTensor, { name, expansion, filters, strides, kernel }: Block): SymbolicTensor {
  const expanded = expansion === 1 ? from : expand(from, `${name}_expand`, expansion);
  const filtered = batchNorm(depthwise(expanded, `${name}_dwconv`, kernel, strides), `${name}_bn`);
  const active = activate(filtered, `${name}_activation`, 'swish');
  const excited = squeezeExcite(active, `${name}_se`, Math.max(1, Math.floor(channelsOf(from) / 4)));
  const projected = conv(excited, `${name}_project_conv`, filters, { kernel: 1 });
  const narrow = batchNorm(projected, `${name}_project_bn`);
  const same = strides === 1 && channelsOf(from) === filters;
  return same ? add([narrow, from], `${name}_add`) : narrow;
}

/** EfficientNet-B0, without the stochastic depth of its training. Sizes from 32. */
export function efficientnetB0(options: ZooOptions = {}): LayersModel {
  const { size = 224, width = 1, classes = 1000, activation = 'softmax' } = options;
  const image = input(size);
  const stem = conv(image, 'stem_conv', scaled(32, width), { kernel: 3, strides: 2 });
  let last = activate(batchNorm(stem, 'stem_bn'), 'stem_activation', 'swish');
  stages.forEach(([expansion, filters, repeats, first, kernel], stage) => {
    for (let i = 0; i < repeats; i++) {
      const name = `block${stage + 1}${'abcd'[i]}`;
      const strides = i === 0 ? first : 1;
      last = block(last, { name, expansion, filters: scaled(filters, width), strides, kernel });
    }
  });
  const top = batchNorm(conv(last, 'top_conv', scaled(1280, width), { kernel: 1 }), 'top_bn');
  const pooled = globalAveragePool(activate(top, 'top_activation', 'swish'), 'avg_pool');
  const kept = dropout(pooled, 'top_dropout', 0.2);
  return seededModel('efficientnetb0', image, dense(kept, 'predictions', classes, activation));
}
