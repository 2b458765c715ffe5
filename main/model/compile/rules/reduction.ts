import type { Emitter } from '../emitter';
import { ints, sizeOf, type Value } from '../value';
import type { Constant } from '../graph-def';
import { type Call, type Rule, Unsupported, valueOf } from '../rule';

function axesOf({ kernel, attrs }: Call, x: Value): number[] {
  // Max and Min say reductionIndices.
  const axis = attrs['axis'] ?? attrs['reductionIndices'];
  const given =
    axis === undefined || axis === null ? x.shape.map((_, index) => index) : [axis].flat().map(Number);
  const axes = given.map((one) => (one < 0 ? one + x.shape.length : one));
  if (axes.includes(0)) throw new Unsupported(`${kernel} over the batch`);
  return axes;
}

/** As many equal numbers as spread a sum over the axes again. */
function spread(x: Value, axes: readonly number[], value: number): Constant {
  const shape = x.shape.map((size, axis) => (axes.includes(axis) ? size : 1));
  return { values: new Float32Array(sizeOf(shape)).fill(value), shape };
}

function reduced(emitter: Emitter, call: Call, x: Value, axes: readonly number[]): Value {
  const keep = call.attrs['keepDims'] === true || call.shapes[0]!.length === x.shape.length;
  return emitter.op(call.kernel, [x, ints(axes)], call.shapes[0]!, { keep_dims: { bool: keep } });
}

export const sumRule: Rule = {
  kernels: ['Sum', 'Mean'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const axes = axesOf(call, x);
    const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    const count = axes.reduce((product, axis) => product * x.shape[axis]!, 1);
    const factor = spread(x, axes, call.kernel === 'Mean' ? 1 / count : 1);
    const back = (gradient: Value): [Value, Value][] => [
      [x, emitter.multiply(emitter.reshape(gradient, kept), factor)],
    ];
    return [{ output: reduced(emitter, call, x, axes), back }];
  },
};

/** The greatest or smallest along axes; equals get the whole gradient each, as TensorFlow.js gives it. */
export const extremeOverAxesRule: Rule = {
  kernels: ['Max', 'Min'],
  build(emitter, call) {
    const x = valueOf(call, 'x');
    const axes = axesOf(call, x);
    const output = reduced(emitter, call, x, axes);
    const back = (gradient: Value): [Value, Value][] => {
      const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      const taken = emitter.where('Equal', x, emitter.reshape(output, kept));
      return [[x, emitter.multiply(emitter.reshape(gradient, kept), taken)]];
    };
    return [{ output, back }];
  },
};
