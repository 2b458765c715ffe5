import type { Emitter } from '../emitter';
import { type Operand, scalar, sizeOf, type Value } from '../value';
import type { Attributes } from '../graph-def';
import { type Built, type Call, type Rule, Unsupported, valueOf } from '../rule';

/** An activation as a node and the node of its gradient; x goes in, y comes out. */
interface Activation {
  readonly op: string;
  readonly attributes?: (attrs: Call['attrs']) => Attributes;
  readonly back: (emitter: Emitter, gradient: Value, x: Value, y: Value, attributes: Attributes) => Value;
}

/** Gradient nodes that take (gradient, output), or the other way round. */
const ofOutput =
  (op: string): Activation['back'] =>
  (emitter, gradient, _, y) =>
    emitter.op(op, [gradient, y], y.shape);
const outputFirst =
  (op: string): Activation['back'] =>
  (emitter, gradient, _, y) =>
    emitter.op(op, [y, gradient], y.shape);
const ofInput =
  (op: string): Activation['back'] =>
  (emitter, gradient, x, _, attributes) =>
    emitter.op(op, [gradient, x], x.shape, attributes);

/** By the name of the kernel. */
const activations: Readonly<Record<string, Activation>> = {
  Relu: { op: 'Relu', back: ofOutput('ReluGrad') },
  Relu6: { op: 'Relu6', back: ofOutput('Relu6Grad') },
  Elu: { op: 'Elu', back: ofOutput('EluGrad') },
  Selu: { op: 'Selu', back: ofOutput('SeluGrad') },
  Sigmoid: { op: 'Sigmoid', back: outputFirst('SigmoidGrad') },
  Tanh: { op: 'Tanh', back: outputFirst('TanhGrad') },
  Softplus: { op: 'Softplus', back: ofInput('SoftplusGrad') },
  LeakyRelu: {
    op: 'LeakyRelu',
    attributes: ({ alpha }) => ({ alpha: { float: Number(alpha ?? 0.2) } }),
    back: ofInput('LeakyReluGrad'),
  },
};

/** What TensorFlow.js calls an activation that is fused into another kernel. */
const fusedNames: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  leakyrelu: 'LeakyRelu',
};

function activated(emitter: Emitter, kernel: string, x: Value, attrs: Call['attrs']): Built {
  const { op, attributes, back } = activations[kernel]!;
  const given = attributes?.(attrs) ?? {};
  const output = emitter.op(op, [x], x.shape, given);
  return { output, back: (gradient) => [[x, back(emitter, gradient, x, output, given)]] };
}

/** The activation that a call has fused into it, put behind what it computes. */
export function withFused(emitter: Emitter, call: Call, built: Built): Built {
  const name = String(call.attrs['activation'] ?? 'linear');
  if (name === 'linear' || name === 'null') return built;
  const kernel = fusedNames[name];
  if (!kernel) throw new Unsupported(`the activation ${name} within ${call.kernel}`);
  const after = activated(emitter, kernel, built.output, { alpha: call.attrs['leakyreluAlpha'] });
  const { back } = built;
  return {
    output: after.output,
    back: back && ((gradient) => back(after.back!(gradient)[0]![1])),
  };
}

export const activationRule: Rule = {
  kernels: Object.keys(activations),
  build: (emitter, call) => [activated(emitter, call.kernel, valueOf(call, 'x'), call.attrs)],
};

/** x where it lies within the bounds; its gradient passes only there. */
function clipped(emitter: Emitter, x: Value, low: number, high: number): Built {
  if (low === 0 && high === 6) return activated(emitter, 'Relu6', x, {});
  const output = emitter.op('ClipByValue', [x, scalar(low), scalar(high)], x.shape);
  const within = (gradient: Value): Value =>
    emitter.multiply(
      emitter.multiply(gradient, emitter.where('GreaterEqual', x, scalar(low))),
      emitter.where('LessEqual', x, scalar(high)),
    );
  return { output, back: (gradient) => [[x, within(gradient)]] };
}

export const clipRule: Rule = {
  kernels: ['ClipByValue'],
  build(emitter, call) {
    const { clipValueMin, clipValueMax } = call.attrs;
    return [clipped(emitter, valueOf(call, 'x'), Number(clipValueMin), Number(clipValueMax))];
  },
};

/** x above 0, else alpha · x, one alpha a channel (He et al. 2015). */
export const preluRule: Rule = {
  kernels: ['Prelu'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const alpha = call.inputs['alpha'] as Operand;
    if ('name' in alpha || sizeOf(alpha.shape) === 0)
      throw new Unsupported('Prelu with an alpha of the input');
    const above = emitter.where('Greater', x, scalar(0));
    const one = scalar(1);
    const slope = emitter.add(above, emitter.multiply(alpha, emitter.op('Sub', [one, above], x.shape)));
    const output = emitter.multiply(x, slope);
    return [{ output, back: (gradient) => [[x, emitter.multiply(gradient, slope)]] }];
  },
};
