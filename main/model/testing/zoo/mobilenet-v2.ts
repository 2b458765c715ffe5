import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import {
  activation as activate,
  add,
  batchNorm,
  channelsOf,
  conv,
  dense,
  depthwise,
  globalAveragePool,
  input,
} from './layers';
import { scaled, type ZooOptions } from './options';
import { seededModel } from './seed';

/** Expansion factor, channels, repeats, first stride (Sandler et al., CVPR 2018, Table 2). */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

const normalised = (from: SymbolicTensor, name: string, filters: number): SymbolicTensor =>
  batchNorm(conv(from, name, filters, { kernel: 1 }), `${name}_BN`);

/** An inverted residual with a linear bottleneck. */
function invertedResidual(
  from: SymbolicTensor,
  name: string,
  expansion: number,
  filters: number,
  strides: number,
) {
  const width = channelsOf(from) * expansion;
  const wide =
    expansion === 1
      ? from
      : activate(normalised(from, `${name}_expand`, width), `${name}_expand_relu`, 'relu6');
  const filtered = batchNorm(depthwise(wide, `${name}_depthwise`, 3, strides), `${name}_depthwise_BN`);
  const narrow = normalised(
    activate(filtered, `${name}_depthwise_relu`, 'relu6'),
    `${name}_project`,
    filters,
  );
  const same = strides === 1 && channelsOf(from) === filters;
  return same ? add([from, narrow], `${name}_add`) : narrow;
}

/** MobileNetV2. Sizes from 32. */
export function mobilenetV2(options: ZooOptions = {}): LayersModel {
  const { size = 224, width = 1, classes = 1000, activation = 'softmax' } = options;
  const image = input(size);
  const stem = conv(image, 'Conv1', scaled(32, width), { kernel: 3, strides: 2 });
  let last = activate(batchNorm(stem, 'bn_Conv1'), 'Conv1_relu', 'relu6');
  let block = 0;
  for (const [expansion, filters, repeats, first] of stages)
    for (let i = 0; i < repeats; i++) {
      const name = block === 0 ? 'expanded_conv' : `block_${block}`;
      last = invertedResidual(last, name, expansion, scaled(filters, width), i === 0 ? first : 1);
      block++;
    }
  const top = batchNorm(conv(last, 'Conv_1', scaled(1280, width), { kernel: 1 }), 'Conv_1_bn');
  const pooled = globalAveragePool(activate(top, 'out_relu', 'relu6'), 'global_average_pooling2d');
  return seededModel('mobilenetv2', image, dense(pooled, 'predictions', classes, activation));
}
