import { describe, expect, it } from 'vitest';
import { tensorflow } from '../../tensorflow';
import { architectures, type NamedWeight, weightsOf, type ZooOptions } from '.';

const tf = tensorflow();

function weightsOfSmall(name: string, options: ZooOptions = {}): NamedWeight[] {
  const { build, small } = architectures.find((architecture) => architecture.name === name)!;
  const network = build({ ...small, ...options });
  const weights = weightsOf(network);
  network.dispose();
  return weights;
}

describe('a seeded network', () => {
  it('has the same weights each time it is built, and leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    expect(weightsOfSmall('MobileNetV2')).toEqual(weightsOfSmall('MobileNetV2'));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('names its weights by layer and by what they are to it', () => {
    const named = weightsOfSmall('MobileNetV2').map(
      ({ layer, name, shape }) => `${layer}/${name} ${shape.join('×')}`,
    );
    expect(named.slice(0, 6)).toEqual([
      'Conv1/kernel 3×3×3×8',
      ...['gamma 8', 'beta 8', 'moving_mean 8', 'moving_variance 8'].map((weight) => `bn_Conv1/${weight}`),
      'expanded_conv_depthwise/depthwise_kernel 3×3×8×1',
    ]);
    expect(named.slice(-2)).toEqual(['predictions/kernel 320×10', 'predictions/bias 10']);
  });

  it('has moments in every normalisation that leaving them out would show', () => {
    const mean = (name: string, from: number): number[] =>
      weightsOfSmall('ResNet-50')
        .filter((weight) => weight.name === name)
        .map(({ values }) => values.reduce((sum, value) => sum + Math.abs(value - from), 0) / values.length);
    for (const [name, from] of [
      ['moving_mean', 0],
      ['moving_variance', 1],
      ['gamma', 1],
      ['beta', 0],
    ] as const)
      expect(Math.min(...mean(name, from))).toBeGreaterThan(0.01);
  });

  it('ends in as many classes and in the activation that are asked for', () => {
    const { build, small } = architectures[1]!;
    const network = build({ ...small, classes: 3, activation: 'sigmoid' });
    expect(network.outputs[0]!.shape).toEqual([null, 3]);
    expect(network.getLayer('predictions').getConfig()['activation']).toBe('sigmoid');
    network.dispose();
  });
});
