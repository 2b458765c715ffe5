import { densenet121 } from './densenet121';
import { efficientnetB0 } from './efficientnet-b0';
import { inceptionV3 } from './inception-v3';
import { mobilenetV2 } from './mobilenet-v2';
import type { BuildArchitecture, ZooOptions } from './options';
import { resnet18 } from './resnet18';
import { resnet50 } from './resnet50';
import { vgg16 } from './vgg16';

export type { BuildArchitecture, ZooOptions } from './options';
export { type NamedWeight, weightsOf } from './weights-of';

/** A published network whose weights are seeded: it is as large and as deep as the trained one, and knows nothing. */
export interface Architecture {
  readonly name: string;
  readonly build: BuildArchitecture;
  /** The last layer with a spatial map, where Grad-CAM looks by default. */
  readonly lastLayer: string;
  /** Weights of the whole network with 1000 classes, those of the normalisations' moments included. */
  readonly parameters: number;
  /** Options of a network of the same layers for quick tests: narrow, the last grid 2 × 2. */
  readonly small: ZooOptions & { readonly size: number; readonly classes: number };
}

const small = { size: 64, width: 0.25, classes: 10 };

/**
 * The architectures that must work, in the order of their age. Layers are named as Keras applications name them
 * (ResNet-18, which they lack, in the manner of their ResNet-50), and weights layer/kernel, layer/gamma…
 */
export const architectures: readonly Architecture[] = [
  { name: 'VGG-16', build: vgg16, lastLayer: 'block5_pool', parameters: 138_357_544, small },
  { name: 'ResNet-18', build: resnet18, lastLayer: 'conv5_block2_out', parameters: 11_699_112, small },
  { name: 'ResNet-50', build: resnet50, lastLayer: 'conv5_block3_out', parameters: 25_636_712, small },
  {
    ...{ name: 'Inception-v3', build: inceptionV3, lastLayer: 'mixed10' },
    ...{ parameters: 23_851_784, small: { ...small, size: 107 } },
  },
  { name: 'DenseNet-121', build: densenet121, lastLayer: 'relu', parameters: 8_062_504, small },
  { name: 'MobileNetV2', build: mobilenetV2, lastLayer: 'out_relu', parameters: 3_538_984, small },
  {
    ...{ name: 'EfficientNet-B0', build: efficientnetB0, lastLayer: 'top_activation' },
    ...{ parameters: 5_330_564, small },
  },
];
