import type { Emitter } from '../emitter';
import { anyBatch, ints, isConstant, sizeOf, type Value } from '../value';
import { type Built, type Call, type Rule, Unsupported, valueOf } from '../rule';

/** What passes its input on in another shape. */
export const reshapeRule: Rule = {
  kernels: ['Reshape', 'Identity', 'Cast', 'ExpandDims'],
  build(emitter, call) {
    const { kernel, attrs } = call;
    const name = kernel === 'ExpandDims' ? 'input' : 'x';
    const x = valueOf(call, name);
    if (kernel === 'Cast' && attrs['dtype'] !== 'float32')
      throw new Unsupported(`a cast to ${String(attrs['dtype'])}`);
    if (x.shape[0] === 1 && call.shapes[0]![0] !== 1) throw new Unsupported(`${kernel} that moves the batch`);
    const output = emitter.reshape(x, call.shapes[0]!);
    return [{ output, back: (gradient) => [[x, emitter.reshape(gradient, x.shape)]] }];
  },
};

function sliced(emitter: Emitter, x: Value, begin: readonly number[], shape: readonly number[]): Built {
  const output = emitter.op('Slice', [x, ints([0, ...begin.slice(1)]), ints(anyBatch(shape))], shape, {
    Index: { type: 'int32' },
  });
  const around = x.shape.flatMap((size, axis) =>
    axis === 0 ? [0, 0] : [begin[axis]!, size - begin[axis]! - shape[axis]!],
  );
  const table = { values: Int32Array.from(around), shape: [x.shape.length, 2] };
  return { output, back: (gradient) => [[x, emitter.op('Pad', [gradient, table], x.shape)]] };
}

export const sliceRule: Rule = {
  kernels: ['Slice'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const begin = [call.attrs['begin']].flat().map(Number);
    const full = x.shape.map((_, axis) => begin[axis] ?? 0);
    return [sliced(emitter, x, full, call.shapes[0]!)];
  },
};

export const splitRule: Rule = {
  kernels: ['SplitV'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const axis = axisOf(call, x.shape.length);
    let at = 0;
    return call.shapes.map((shape) => {
      const begin = x.shape.map((_, index) => (index === axis ? at : 0));
      at += shape[axis]!;
      return sliced(emitter, x, begin, shape);
    });
  },
};

function axisOf({ kernel, attrs }: Call, rank: number): number {
  const given = Number(attrs['axis'] ?? 0);
  const axis = given < 0 ? given + rank : given;
  if (axis === 0) throw new Unsupported(`${kernel} along the batch`);
  return axis;
}

/** Parts one after the other along an axis; each gets its own part of the gradient. */
export const concatRule: Rule = {
  kernels: ['Concat'],
  build(emitter, call) {
    const shape = call.shapes[0]!;
    const axis = axisOf(call, shape.length);
    const given = Object.values(call.inputs).filter((part) => part.shape[axis]! > 0);
    const like = given.find((part): part is Value => !isConstant(part));
    if (!like) throw new Unsupported('a concatenation of constants');
    const parts = given.map((part) => (isConstant(part) ? emitter.overBatch(part, like) : part));
    const output = emitter.op('ConcatV2', [...parts, ints(axis)], shape, {
      N: { int: parts.length },
      Tidx: { type: 'int32' },
    });
    const back = (gradient: Value): [Value, Value][] => {
      let at = 0;
      return parts.map((part) => {
        const begin = shape.map((_, index) => (index === axis ? at : 0));
        at += part.shape[axis]!;
        return [part, sliced(emitter, gradient, begin, part.shape).output];
      });
    };
    return [{ output, back }];
  },
};

export const padRule: Rule = {
  kernels: ['PadV2'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const sides = call.attrs['paddings'] as readonly (readonly [number, number])[];
    if (sides[0]![0] !== 0 || sides[0]![1] !== 0) throw new Unsupported('padding of the batch');
    const table = { values: Int32Array.from(sides.flat()), shape: [sides.length, 2] };
    const value = { values: Float32Array.of(Number(call.attrs['constantValue'] ?? 0)), shape: [] };
    const output = emitter.op('PadV2', [x, table, value], call.shapes[0]!);
    const begin = sides.map(([before]) => before);
    return [{ output, back: (gradient) => [[x, sliced(emitter, gradient, begin, x.shape).output]] }];
  },
};

export const transposeRule: Rule = {
  kernels: ['Transpose'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const order = call.attrs['perm'] as readonly number[];
    if (order[0] !== 0) throw new Unsupported('a transposition of the batch');
    const output = emitter.op('Transpose', [x, ints(order)], call.shapes[0]!);
    const inverse = order.map((_, axis) => order.indexOf(axis));
    return [
      { output, back: (gradient) => [[x, emitter.op('Transpose', [gradient, ints(inverse)], x.shape)]] },
    ];
  },
};

/** Repetition along axes of one element, which is what broadcasting does. */
export const tileRule: Rule = {
  kernels: ['Tile'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const shape = call.shapes[0]!;
    if (x.shape.some((size, axis) => size !== 1 && size !== shape[axis]))
      throw new Unsupported('a repetition');
    const ones = { values: new Float32Array(sizeOf(shape)).fill(1), shape };
    const output = emitter.multiply(x, ones);
    return [{ output, back: (gradient) => [[x, emitter.sumTo(gradient, x.shape)]] }];
  },
};
