import type { Emitter } from '../emitter';
import { scalar, type Value } from '../value';
import { type Rule, valueOf } from '../rule';

type Back = (emitter: Emitter, gradient: Value, x: Value, y: Value) => Value;

const times =
  (factor: (emitter: Emitter, x: Value, y: Value) => Value): Back =>
  (emitter, gradient, x, y) =>
    emitter.multiply(gradient, factor(emitter, x, y));

const plain = (emitter: Emitter, op: string, x: Value): Value => emitter.op(op, [x], x.shape);

/** By kernel, which is also the node: dy/dx from the gradient, x and y. */
const functions: Readonly<Record<string, Back>> = {
  Square: times((emitter, x) => emitter.multiply(x, scalar(2))),
  Sqrt: (emitter, gradient, _, y) => emitter.op('SqrtGrad', [y, gradient], y.shape),
  Rsqrt: (emitter, gradient, _, y) => emitter.op('RsqrtGrad', [y, gradient], y.shape),
  Exp: times((_, __, y) => y),
  Log: (emitter, gradient, x) => emitter.op('RealDiv', [gradient, x], x.shape),
  Neg: (emitter, gradient) => plain(emitter, 'Neg', gradient),
  Abs: times((emitter, x) => plain(emitter, 'Sign', x)),
  Reciprocal: (emitter, gradient, _, y) => emitter.op('ReciprocalGrad', [y, gradient], y.shape),
  Erf: times((emitter, x) => {
    const bell = plain(emitter, 'Exp', plain(emitter, 'Neg', plain(emitter, 'Square', x)));
    return emitter.multiply(bell, scalar(2 / Math.sqrt(Math.PI)));
  }),
};

export const unaryRule: Rule = {
  kernels: Object.keys(functions),
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const output = plain(emitter, call.kernel, x);
    return [{ output, back: (gradient) => [[x, functions[call.kernel]!(emitter, gradient, x, output)]] }];
  },
};
