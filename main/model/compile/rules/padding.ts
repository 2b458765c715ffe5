import type { Emitter } from '../emitter';
import { ints, type Value } from '../value';
import type { Attributes } from '../graph-def';
import { type Call, Unsupported } from '../rule';

type Pair = readonly [number, number];

export const pairOf = (value: unknown): Pair =>
  Array.isArray(value) ? [Number(value[0]), Number(value[1])] : [Number(value ?? 1), Number(value ?? 1)];

/** How a window moves over rows and columns, as TensorFlow is told it. */
export function windowAttributes({ kernel, attrs }: Call): Attributes {
  const { strides, pad, dataFormat, dimRoundingMode, dilations } = attrs;
  if (dataFormat !== undefined && dataFormat !== 'NHWC')
    throw new Unsupported(`${kernel} in ${String(dataFormat)}`);
  if (dimRoundingMode !== undefined && dimRoundingMode !== null && dimRoundingMode !== 'floor')
    throw new Unsupported(`${kernel} that rounds its size`);
  const [down, across] = pairOf(strides);
  const [dilationDown, dilationAcross] = pairOf(dilations);
  return {
    strides: { ints: [1, down, across, 1] },
    dilations: { ints: [1, dilationDown, dilationAcross, 1] },
    padding: { text: isPaddedByHand(pad) ? 'VALID' : String(pad).toUpperCase() },
  };
}

/** A number or pairs of numbers instead of 'same' and 'valid'. */
const isPaddedByHand = (pad: unknown): boolean => typeof pad !== 'string';

/** Rows and columns around a value where the call pads by hand, else the value itself; and the way back. */
export function padded(
  emitter: Emitter,
  call: Call,
  value: Value,
): { value: Value; back: (g: Value) => Value } {
  const { pad } = call.attrs;
  if (!isPaddedByHand(pad) || pad === 0) return { value, back: (gradient) => gradient };
  const sides = Array.isArray(pad)
    ? (pad as Pair[])
    : ([
        [0, 0],
        [pad, pad],
        [pad, pad],
        [0, 0],
      ] as Pair[]);
  const [batch, rows, columns, channels] = value.shape as [number, number, number, number];
  const [top, bottom] = sides[1]!;
  const [left, right] = sides[2]!;
  const shape = [batch, rows + top + bottom, columns + left + right, channels];
  const table = { values: Int32Array.from(sides.flat()), shape: [4, 2] };
  return {
    value: emitter.op('Pad', [value, table], shape),
    back: (gradient) =>
      emitter.op(
        'Slice',
        [gradient, ints([0, top, left, 0]), ints([-1, rows, columns, channels])],
        value.shape,
        {
          Index: { type: 'int32' },
        },
      ),
  };
}

export const isDilated = ({ attrs }: Call): boolean => pairOf(attrs['dilations']).some((rate) => rate !== 1);
