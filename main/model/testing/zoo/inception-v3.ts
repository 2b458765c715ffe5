import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-node';
import { InceptionModules } from './inception-modules';
import { dense, globalAveragePool, input } from './layers';
import type { ZooOptions } from './options';
import { seededModel } from './seed';

function stem(modules: InceptionModules, image: SymbolicTensor): SymbolicTensor {
  const first = modules.chain(image, [32, 3, 2, 'valid'], [32, 3, 1, 'valid'], [64, 3]);
  const second = modules.chain(modules.halved(first), [80, 1, 1, 'valid'], [192, 3, 1, 'valid']);
  return modules.halved(second);
}

/** Inception-v3 (Szegedy et al., CVPR 2016, Table 1), without the auxiliary head. Sizes from 75. */
export function inceptionV3(options: ZooOptions = {}): LayersModel {
  const { size = 299, width = 1, classes = 1000, activation = 'softmax' } = options;
  const modules = new InceptionModules(width);
  const image = input(size);
  let last = stem(modules, image);
  [32, 64, 64].forEach((pooled, i) => (last = modules.mixed35(last, `mixed${i}`, pooled)));
  last = modules.reduced35(last, 'mixed3');
  [128, 160, 160, 192].forEach((filters, i) => (last = modules.mixed17(last, `mixed${i + 4}`, filters)));
  last = modules.reduced17(last, 'mixed8');
  last = modules.mixed8(last, 'mixed9', ['mixed9_0', 'concatenate_1']);
  last = modules.mixed8(last, 'mixed10', ['mixed9_1', 'concatenate_2']);
  const pooled = globalAveragePool(last, 'avg_pool');
  return seededModel('inception_v3', image, dense(pooled, 'predictions', classes, activation));
}
