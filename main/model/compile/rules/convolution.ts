import type { Emitter } from '../emitter';
import { isConstant, type Operand, sizeOf, type Value } from '../value';
import type { Constant } from '../graph-def';
import { type Built, type Call, type Rule, Unsupported, valueOf } from '../rule';
import type { KernelCall } from '../trace';
import { withFused } from './activation';
import { type Convolution, dilatedBackward, type Kind } from './dilated';
import { isDilated, padded, windowAttributes } from './padding';
import { isWinograd, winograd } from './winograd';

const full: Kind = { forward: 'Conv2D', backward: 'Conv2DBackpropInput' };
const depthwise: Kind = { forward: 'DepthwiseConv2dNative', backward: 'DepthwiseConv2dNativeBackpropInput' };

function filterOf(call: Call): Constant {
  const filter = call.inputs['filter']!;
  if (isConstant(filter)) return filter;
  throw new Unsupported(`${call.kernel} whose filter depends on the input`);
}

/** The bias as a vector: TensorFlow fuses a BiasAdd into the convolution before it. */
export function biased(emitter: Emitter, value: Value, bias: Operand | undefined): Value {
  if (!bias) return value;
  if (!isConstant(bias)) throw new Unsupported('a bias that depends on the input');
  const vector = { values: bias.values, shape: [sizeOf(bias.shape)] };
  return emitter.op('BiasAdd', [value, vector], value.shape);
}

function convolved(emitter: Emitter, call: Call, kind: Kind): Built {
  const x = valueOf(call, 'x');
  const filter = filterOf(call);
  const attributes = windowAttributes(call);
  const around = padded(emitter, call, x);
  const plain =
    kind === full && isWinograd(call, filter)
      ? winograd(emitter, call, around.value, filter)
      : emitter.op(kind.forward, [around.value, filter], call.shapes[0]!, attributes);
  const output = biased(emitter, plain, call.inputs['bias']);
  const convolution = { kind, input: around.value, filter, attributes };
  const ofInput = isDilated(call)
    ? dilatedBackward(emitter, call, convolution)
    : backward(emitter, convolution);
  const back = (gradient: Value): [Value, Value][] => [[x, around.back(ofInput!(gradient))]];
  return { output, back: ofInput ? back : null };
}

const backward =
  (emitter: Emitter, { kind, input, filter, attributes }: Convolution) =>
  (gradient: Value): Value =>
    emitter.op(kind.backward, [emitter.shapeOf(input), filter, gradient], input.shape, attributes);

/** Whether a call is written in another way for so many inputs than for so many others. */
export function isOtherwise(
  { kernel, inputs, attrs, outputs }: KernelCall,
  few: number,
  many: number,
): boolean {
  const filter = inputs['filter'];
  if (!filter || !isConstant(filter) || !convolutionRule.kernels.includes(kernel)) return false;
  const shapes = outputs.map(({ shape }) => shape);
  const [first, second] = [few, many].map((batch) => isWinograd({ attrs, shapes, batch }, filter));
  return first !== second;
}

export const convolutionRule: Rule = {
  kernels: ['Conv2D', 'FusedConv2D'],
  build: (emitter, call) => [withFused(emitter, call, convolved(emitter, call, full))],
};

export const depthwiseRule: Rule = {
  kernels: ['DepthwiseConv2dNative', 'FusedDepthwiseConv2D'],
  build: (emitter, call) => [withFused(emitter, call, convolved(emitter, call, depthwise))],
};

/** A transposed convolution is the gradient of a convolution; its own gradient is that convolution. */
export const transposedRule: Rule = {
  kernels: ['Conv2DBackpropInput'],
  build(emitter, call) {
    const dy = valueOf(call, 'dy');
    const filter = filterOf(call);
    const attributes = windowAttributes(call);
    if (typeof call.attrs['pad'] !== 'string')
      throw new Unsupported('a transposed convolution padded by hand');
    const shape = call.shapes[0]!;
    const [, ...sizes] = shape;
    const batch = emitter.op('StridedSlice', [emitter.shapeOf(dy), ...oneAt(0)], [1], {
      Index: { type: 'int32' },
      T: { type: 'int32' },
    });
    const inputSizes = emitter.op(
      'ConcatV2',
      [batch, { values: Int32Array.from(sizes), shape: [3] }, { values: Int32Array.of(0), shape: [] }],
      [4],
      { T: { type: 'int32' }, Tidx: { type: 'int32' }, N: { int: 2 } },
    );
    emitter.closed.add(batch.name).add(inputSizes.name);
    const output = emitter.op('Conv2DBackpropInput', [inputSizes, filter, dy], shape, attributes);
    const back = (gradient: Value): [Value, Value][] => [
      [dy, emitter.op('Conv2D', [gradient, filter], dy.shape, attributes)],
    ];
    return [{ output, back }];
  },
};

/** Begin, end and step of a slice of one element. */
const oneAt = (index: number): Constant[] =>
  [index, index + 1, 1].map((value) => ({ values: Int32Array.of(value), shape: [1] }));
