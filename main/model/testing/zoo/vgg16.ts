import type { LayersModel } from '@tensorflow/tfjs-node';
import { conv, dense, flatten, input, maxPool } from './layers';
import { scaled, type ZooOptions } from './options';
import { seededModel } from './seed';

/** Channels of the convolutions of each block (Simonyan and Zisserman, ICLR 2015, Table 1, D). */
const blocks = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
] as const;

/** VGG-16: no normalisation, activations in the convolutions, a head of three dense layers. Sizes from 32. */
export function vgg16(options: ZooOptions = {}): LayersModel {
  const { size = 224, width = 1, classes = 1000, activation = 'softmax' } = options;
  const image = input(size);
  let last = image;
  blocks.forEach((filters, block) => {
    const name = `block${block + 1}`;
    filters.forEach((count, i) => {
      const config = { kernel: 3, bias: true, activation: 'relu' } as const;
      last = conv(last, `${name}_conv${i + 1}`, scaled(count, width), config);
    });
    last = maxPool(last, `${name}_pool`, { size: 2, strides: 2 });
  });
  last = flatten(last, 'flatten');
  for (const name of ['fc1', 'fc2']) last = dense(last, name, scaled(4096, width), 'relu');
  return seededModel('vgg16', image, dense(last, 'predictions', classes, activation));
}
