import type { Emitter } from '../emitter';
import { isConstant, type Operand, sizeOf, type Value } from '../value';
import type { Constant } from '../graph-def';
import { type Built, type Call, type Rule, Unsupported } from '../rule';
import { withFused } from './activation';

/** A matrix, where a constant holds just one; null where it holds several. */
function matrixOf(operand: Operand): Constant | null {
  if (!isConstant(operand)) return null;
  const [rows, columns] = operand.shape.slice(-2) as [number, number];
  return sizeOf(operand.shape) === rows * columns ? { values: operand.values, shape: [rows, columns] } : null;
}

/** Rows of values times one matrix of weights: whatever its rank, one product of two matrices. */
function withWeights(emitter: Emitter, call: Call, a: Value, weights: Constant): Built {
  const transposed = call.attrs['transposeB'] === true;
  const [inner, outer] = [a.shape.at(-1)!, call.shapes[0]!.at(-1)!];
  const flat = emitter.reshape(a, [1, inner]);
  const product = emitter.op('MatMul', [flat, weights], [1, outer], { transpose_b: { bool: transposed } });
  const back = (gradient: Value): [Value, Value][] => {
    const rows = emitter.reshape(gradient, [1, outer]);
    const own = emitter.op('MatMul', [rows, weights], [1, inner], { transpose_b: { bool: !transposed } });
    return [[a, reshaped(emitter, own, a.shape)]];
  };
  return { output: reshaped(emitter, product, call.shapes[0]!), back };
}

/** Rows back in their shape; equal shapes on paper need not be: axis 0 was all rows of all inputs. */
const reshaped = (emitter: Emitter, rows: Value, shape: readonly number[]): Value =>
  shape.length === 2 ? { ...rows, shape } : emitter.reshape(rows, shape);

function general(emitter: Emitter, call: Call, a: Operand, b: Operand): Built {
  const { transposeA, transposeB } = call.attrs;
  if (transposeA === true) throw new Unsupported('a product with its first matrix transposed');
  const times = (x: Operand, y: Operand, shape: readonly number[], adjX: boolean, adjY: boolean): Value =>
    emitter.op('BatchMatMulV2', [x, y], shape, { adj_x: { bool: adjX }, adj_y: { bool: adjY } });
  const isTransposed = transposeB === true;
  const output = times(a, b, call.shapes[0]!, false, isTransposed);
  const back = (gradient: Value): [Value, Value][] => {
    const ofA = (): Value => times(gradient, b, a.shape, false, !isTransposed);
    const ofB = (): Value =>
      isTransposed ? times(gradient, a, b.shape, true, false) : times(a, gradient, b.shape, true, false);
    return [
      ...(isConstant(a) ? [] : [[a, ofA()] as [Value, Value]]),
      ...(isConstant(b) ? [] : [[b, ofB()] as [Value, Value]]),
    ];
  };
  return { output, back };
}

function withBias(emitter: Emitter, call: Call, built: Built): Built {
  const { bias } = call.inputs;
  if (!bias) return built;
  if (!isConstant(bias)) throw new Unsupported('a bias that depends on the input');
  return {
    output: emitter.add(built.output, { values: bias.values, shape: [sizeOf(bias.shape)] }),
    back: built.back,
  };
}

export const productRule: Rule = {
  kernels: ['BatchMatMul', '_FusedMatMul'],
  build(emitter, call) {
    const { a, b } = call.inputs as { a: Operand; b: Operand };
    const weights = matrixOf(b);
    const simple = !isConstant(a) && weights && call.attrs['transposeA'] !== true;
    const built = simple ? withWeights(emitter, call, a, weights) : general(emitter, call, a, b);
    return [withFused(emitter, call, withBias(emitter, call, built))];
  },
};

/** Shares along the last axis. */
export const softmaxRule: Rule = {
  kernels: ['Softmax'],
  build(emitter, call) {
    const x = call.inputs['logits'] as Value;
    const output = emitter.op('Softmax', [x], x.shape);
    const back = (gradient: Value): [Value, Value][] => {
      const kept = [...x.shape.slice(0, -1), 1];
      const axis = { values: Int32Array.of(x.shape.length - 1), shape: [1] };
      const sum = emitter.op('Sum', [emitter.multiply(gradient, output), axis], kept, {
        keep_dims: { bool: true },
      });
      return [[x, emitter.multiply(emitter.op('Sub', [gradient, sum], x.shape), output)]];
    };
    return [{ output, back }];
  },
};
