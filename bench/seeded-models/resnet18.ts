import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { tensorflow } from '../../main/model/tensorflow';
import { Seeded } from './seeded';

/** A basic block: two 3 × 3 convolutions beside the identity, or beside a 1 × 1 convolution where the shape changes. */
function block(seeded: Seeded, from: SymbolicTensor, filters: number, stride: number): SymbolicTensor {
  const inner = seeded.relu(seeded.conv(from, filters, 3, stride));
  const outer = seeded.conv(inner, filters, 3);
  const same = stride === 1 && from.shape[3] === filters;
  return seeded.relu(seeded.add(outer, same ? from : seeded.conv(from, filters, 1, stride)));
}

/** ResNet-18 at 224 × 224 × 3 (He et al., CVPR 2016, Table 1), its weights seeded. */
export function resnet18(): LayersModel {
  const tf = tensorflow();
  const seeded = new Seeded();
  const input = tf.input({ shape: [224, 224, 3] });
  const stem = seeded.relu(seeded.conv(input, 64, 7, 2));
  let last = seeded.through(tf.layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }), stem);
  for (const filters of [64, 128, 256, 512]) {
    last = block(seeded, last, filters, filters === 64 ? 1 : 2);
    last = block(seeded, last, filters, 1);
  }
  return tf.model({ inputs: input, outputs: seeded.head(last) });
}
