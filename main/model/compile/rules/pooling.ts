import type { Value } from '../value';
import type { Attributes } from '../graph-def';
import { type Call, type Rule, Unsupported, valueOf } from '../rule';
import { pairOf, windowAttributes } from './padding';

function attributesOf(call: Call): Attributes {
  const { strides, padding } = windowAttributes(call);
  if (typeof call.attrs['pad'] !== 'string') throw new Unsupported(`${call.kernel} padded by hand`);
  const [down, across] = pairOf(call.attrs['filterSize']);
  return { strides: strides!, padding: padding!, ksize: { ints: [1, down, across, 1] } };
}

export const maxPoolRule: Rule = {
  kernels: ['MaxPool'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const attributes = attributesOf(call);
    const output = emitter.op('MaxPool', [x], call.shapes[0]!, attributes);
    const back = (gradient: Value): [Value, Value][] => [
      [x, emitter.op('MaxPoolGrad', [x, output, gradient], x.shape, attributes)],
    ];
    return [{ output, back }];
  },
};

export const averagePoolRule: Rule = {
  kernels: ['AvgPool'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const attributes = attributesOf(call);
    const output = emitter.op('AvgPool', [x], call.shapes[0]!, attributes);
    const back = (gradient: Value): [Value, Value][] => [
      [x, emitter.op('AvgPoolGrad', [emitter.shapeOf(x), gradient], x.shape, attributes)],
    ];
    return [{ output, back }];
  },
};
