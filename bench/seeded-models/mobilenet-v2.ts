import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { tensorflow } from '../../main/model/tensorflow';
import { Seeded } from './seeded';

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

/** An inverted residual with a linear bottleneck. */
function block(seeded: Seeded, from: SymbolicTensor, expansion: number, channels: number, stride: number) {
  const width = from.shape[3]! * expansion;
  const wide = expansion === 1 ? from : seeded.relu6(seeded.conv(from, width, 1));
  const narrow = seeded.conv(seeded.relu6(seeded.depthwise(wide, stride)), channels, 1);
  return stride === 1 && from.shape[3] === channels ? seeded.add(from, narrow) : narrow;
}

/** MobileNetV2 at 224 × 224 × 3, width 1, its weights seeded. */
export function mobilenetV2(): LayersModel {
  const tf = tensorflow();
  const seeded = new Seeded();
  const input = tf.input({ shape: [224, 224, 3] });
  let last = seeded.relu6(seeded.conv(input, 32, 3, 2));
  for (const [expansion, channels, repeats, stride] of stages)
    for (let i = 0; i < repeats; i++) last = block(seeded, last, expansion, channels, i === 0 ? stride : 1);
  return tf.model({ inputs: input, outputs: seeded.head(seeded.relu6(seeded.conv(last, 1280, 1))) });
}
