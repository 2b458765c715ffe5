import { describe, expect, it } from 'vitest';
import { architectures } from '../zoo';
import { graphOf } from '.';
import type { Origin } from './layer';

/** How often each op stands in the converted graph of an architecture. */
function opsOf(name: string, origin: Origin): Record<string, number> {
  const { build, small } = architectures.find((architecture) => architecture.name === name)!;
  const network = build(small);
  const { node } = graphOf(network, origin).modelTopology as { node: { op: string }[] };
  network.dispose();
  const counts: Record<string, number> = {};
  for (const { op } of node) if (op !== 'Const') counts[op] = (counts[op] ?? 0) + 1;
  return counts;
}

describe('the ops of a converted graph', () => {
  it('are those that tensorflowjs 4.22 leaves of ResNet-50', () => {
    expect(opsOf('ResNet-50', 'keras-2')).toEqual({
      ...{ Placeholder: 1, Pad: 2, _FusedConv2D: 53, MaxPool: 1, AddV2: 16, Relu: 16 },
      ...{ Mean: 1, _FusedMatMul: 1, Softmax: 1 },
    });
  });

  it('keep a normalisation that no convolution precedes', () => {
    const rest = {
      Placeholder: 1,
      MaxPool: 1,
      AvgPool: 3,
      Relu: 62,
      ConcatV2: 58,
      Conv2D: 61,
      _FusedConv2D: 59,
    };
    const head = { Mean: 1, _FusedMatMul: 1, Softmax: 1 };
    expect(opsOf('DenseNet-121', 'keras-2')).toEqual({ ...rest, ...head, FusedBatchNormV3: 62 });
    expect(opsOf('DenseNet-121', 'keras-3')).toEqual({ ...rest, ...head, Mul: 62, AddV2: 62 });
  });

  it('fuse depthwise convolutions from Keras 2, and spell their normalisation out from Keras 3', () => {
    const older = opsOf('MobileNetV2', 'keras-2');
    expect(older).toMatchObject({ _FusedConv2D: 35, FusedDepthwiseConv2dNative: 17, AddV2: 10 });
    const later = opsOf('MobileNetV2', 'keras-3');
    expect(later).toMatchObject({ DepthwiseConv2dNative: 17, Mul: 17, AddV2: 17, Relu6: 17, AddN: 10 });
  });

  it('read the number of inputs off a tensor that Keras 3 reshapes', () => {
    const shaped = { Shape: 16, StridedSlice: 16, Pack: 16, Reshape: 16, Mean: 17 };
    expect(opsOf('EfficientNet-B0', 'keras-3')).toMatchObject(shaped);
    expect(opsOf('EfficientNet-B0', 'keras-2')).not.toHaveProperty('Shape');
  });
});
