import type { Emitter } from '../emitter';
import type { Attributes, Constant } from '../graph-def';
import type { Call } from '../rule';
import type { Value } from '../value';
import { pairOf } from './padding';

/** The nodes of one kind of convolution. */
export interface Kind {
  readonly forward: string;
  readonly backward: string;
}

export interface Convolution {
  readonly kind: Kind;
  /** Padded by hand where it is. */
  readonly input: Value;
  readonly filter: Constant;
  readonly attributes: Attributes;
}

/** The filter turned by half a turn, its input and output channels changed over: [rows, columns, outputs, inputs]. */
function turned({ values, shape }: Constant): Constant {
  const [rows, columns, inputs, outputs] = shape as [number, number, number, number];
  const all = new Float32Array(values.length);
  const windows = rows * columns;
  for (let at = 0; at < windows; at++)
    for (let c = 0; c < inputs; c++)
      for (let k = 0; k < outputs; k++)
        all[((windows - 1 - at) * outputs + k) * inputs + c] = values[(at * inputs + c) * outputs + k]!;
  return { values: all, shape: [rows, columns, outputs, inputs] };
}

/** Zeros before and after an axis of the gradient, for an input of a size that a window of a length was moved over. */
function zerosOf(isSame: boolean, window: number, rate: number): [number, number] {
  const all = (window - 1) * rate;
  const before = isSame ? Math.floor(all / 2) : 0;
  return [all - before, all - (isSame ? all - before : 0)];
}

/**
 * dy/d(input) of a dilated convolution in steps of one, for which TensorFlow has no kernel on a processor: it is the
 * dilated convolution of the gradient with the filter turned (Dumoulin & Visin 2016, section 4.3, with a rate).
 * Null where the steps are longer, and for a depthwise one.
 */
export function dilatedBackward(
  emitter: Emitter,
  { attrs }: Call,
  { kind, input, filter, attributes }: Convolution,
): ((gradient: Value) => Value) | null {
  if (kind.forward !== 'Conv2D' || pairOf(attrs['strides']).some((step) => step !== 1)) return null;
  const isSame = String(attrs['pad']).toLowerCase() === 'same';
  const [down, across] = pairOf(attrs['dilations']);
  const [rows, columns] = filter.shape as [number, number];
  const sides = [[0, 0], zerosOf(isSame, rows, down), zerosOf(isSame, columns, across), [0, 0]] as const;
  const table = { values: Int32Array.from(sides.flat()), shape: [4, 2] };
  return (gradient) => {
    const shape = gradient.shape.map((size, axis) => size + sides[axis]![0] + sides[axis]![1]);
    const around = emitter.op('Pad', [gradient, table], shape);
    const valid = { ...attributes, padding: { text: 'VALID' } } as const;
    return emitter.op('Conv2D', [around, turned(filter)], input.shape, valid);
  };
}
