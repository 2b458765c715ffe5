import { layersFolder, sampleCard } from '../../model/sample';
import { tensorflow } from '../../model/tensorflow';

/** Rows and columns of the input. */
export const smallSide = 32;

/** A small network with seeded weights: convolution, convolution, average over the plane, two logits; the folder's path. */
export async function smallModel(): Promise<string> {
  const tf = tensorflow();
  const seed = (value: number) => ({ kernelInitializer: tf.initializers.glorotNormal({ seed: value }) });
  const convolution = { kernelSize: 3, activation: 'relu', padding: 'same', strides: 2 } as const;
  const network = tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...convolution,
        ...seed(1),
        filters: 4,
        name: 'early',
        inputShape: [smallSide, smallSide, 1],
      }),
      tf.layers.conv2d({ ...convolution, ...seed(2), filters: 8, name: 'late' }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 2, ...seed(3) }),
    ],
  });
  const classes = [{ label: 'No finding' }, { label: 'Nodule' }];
  return layersFolder(network, sampleCard(2, smallSide, { classes }));
}
