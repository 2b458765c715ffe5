import type { Emitter } from '../emitter';
import { isConstant, type Operand, scalar, sizeOf, type Value } from '../value';
import { type Built, type Call, type Rule, Unsupported } from '../rule';
import { activationRule } from './activation';
import { biased } from './convolution';

type Pairs = (readonly [Value, Value])[];

/** The two operands of a call, and dy/d(operand) summed over broadcast axes where an operand depends on the input. */
function binary(
  emitter: Emitter,
  { inputs }: Call,
  output: (a: Operand, b: Operand) => Value,
  gradients: (gradient: Value, a: Operand, b: Operand, y: Value) => readonly [() => Value, () => Value],
): Built {
  const [a, b] = [inputs['a']!, inputs['b']!];
  const y = output(a, b);
  const back = (gradient: Value): Pairs => {
    const made = gradients(gradient, a, b, y);
    return [a, b].flatMap((operand, index): Pairs =>
      isConstant(operand) ? [] : [[operand, emitter.sumTo(made[index]!(), operand.shape)]],
    );
  };
  return { output: y, back };
}

const negative = (emitter: Emitter, value: Value): Value => emitter.op('Neg', [value], value.shape);

/** A constant of one number a channel and nothing else. */
function isBias(operand: Operand, other: Operand): boolean {
  const channels = other.shape.at(-1)!;
  return (
    isConstant(operand) &&
    !isConstant(other) &&
    other.shape.length === 4 &&
    sizeOf(operand.shape) === channels &&
    operand.shape.at(-1) === channels
  );
}

export const addRule: Rule = {
  kernels: ['Add'],
  build(emitter, call) {
    const { a, b } = call.inputs as { a: Operand; b: Operand };
    const sum = (): Value => {
      if (isBias(b, a)) return biased(emitter, a as Value, b);
      return isBias(a, b) ? biased(emitter, b as Value, a) : emitter.add(a, b);
    };
    return [binary(emitter, call, sum, (gradient) => [() => gradient, () => gradient])];
  },
};

export const subtractRule: Rule = {
  kernels: ['Sub'],
  build: (emitter, call) => [
    binary(
      emitter,
      call,
      (a, b) => emitter.op('Sub', [a, b], call.shapes[0]!),
      (gradient) => [() => gradient, () => negative(emitter, gradient)],
    ),
  ],
};

export const multiplyRule: Rule = {
  kernels: ['Multiply'],
  build: (emitter, call) => [
    binary(
      emitter,
      call,
      (a, b) => emitter.multiply(a, b),
      (gradient, a, b) => [() => emitter.multiply(gradient, b), () => emitter.multiply(gradient, a)],
    ),
  ],
};

export const divideRule: Rule = {
  kernels: ['RealDiv'],
  build(emitter, call) {
    const divide = (a: Operand, b: Operand): Value => emitter.op('RealDiv', [a, b], call.shapes[0]!);
    return [
      binary(emitter, call, divide, (gradient, _, b, y) => [
        () => divide(gradient, b),
        () => negative(emitter, emitter.multiply(gradient, divide(y, b))),
      ]),
    ];
  },
};

const isSix = (operand: Operand): boolean =>
  isConstant(operand) && sizeOf(operand.shape) === 1 && operand.values[0] === 6;

/** min(6, relu(x)) is what TensorFlow.js makes of relu6: on a relu's output, Relu6 changes nothing else. */
function relu6(emitter: Emitter, call: Call): readonly Built[] | null {
  const { a, b } = call.inputs as { a: Operand; b: Operand };
  const x = isSix(a) ? b : isSix(b) ? a : null;
  if (!x || isConstant(x) || call.attrs['afterRelu'] !== true) return null;
  return activationRule.build(emitter, { ...call, kernel: 'Relu6', inputs: { x } });
}

/** The greater or smaller of two; the gradient goes to the one that was taken, and to the first of equals. */
export const extremeRule: Rule = {
  kernels: ['Maximum', 'Minimum'],
  build(emitter, call) {
    const known = call.kernel === 'Minimum' ? relu6(emitter, call) : null;
    if (known) return known;
    const [first, second] =
      call.kernel === 'Maximum' ? (['GreaterEqual', 'Less'] as const) : (['LessEqual', 'Greater'] as const);
    return [
      binary(
        emitter,
        call,
        (a, b) => emitter.op(call.kernel, [a, b], call.shapes[0]!),
        (gradient, a, b) => [
          () => emitter.multiply(gradient, emitter.where(first, a, b)),
          () => emitter.multiply(gradient, emitter.where(second, a, b)),
        ],
      ),
    ];
  },
};

export const squaredDifferenceRule: Rule = {
  kernels: ['SquaredDifference'],
  build(emitter, call) {
    const twice = (gradient: Value, a: Operand, b: Operand): Value =>
      emitter.multiply(emitter.multiply(gradient, scalar(2)), emitter.op('Sub', [a, b], call.shapes[0]!));
    return [
      binary(
        emitter,
        call,
        (a, b) => emitter.op('SquaredDifference', [a, b], call.shapes[0]!),
        (gradient, a, b) => [() => twice(gradient, a, b), () => negative(emitter, twice(gradient, a, b))],
      ),
    ];
  },
};

export const sumOfManyRule: Rule = {
  kernels: ['AddN'],
  build(emitter, call) {
    const terms = Object.values(call.inputs);
    if (terms.some((term) => isConstant(term))) throw new Unsupported('AddN with a constant');
    const output = emitter.op('AddN', terms, call.shapes[0]!, { N: { int: terms.length } });
    return [{ output, back: (gradient) => (terms as Value[]).map((term) => [term, gradient] as const) }];
  },
};
