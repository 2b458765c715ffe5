import type { Emitter } from '../emitter';
import type { Constant } from '../graph-def';
import type { Call } from '../rule';
import { ints, sizeOf, type Value } from '../value';
import { pairOf } from './padding';

/*
 * Lavin & Gray, Fast Algorithms for Convolutional Neural Networks (2016), F(4 × 4, 3 × 3), Equation 8 with the
 * matrices of section 4.3: Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A takes 36 products where the sum over a window takes 144.
 */
const tile = 4;
const window = 3;
const reach = tile + window - 1;
const BT = [
  [4, 0, -5, 0, 1, 0],
  [0, -4, -4, 1, 1, 0],
  [0, 4, -4, -1, 1, 0],
  [0, -2, -1, 2, 1, 0],
  [0, 2, -1, -2, 1, 0],
  [0, 4, 0, -5, 0, 1],
];
const G = [
  [1 / 4, 0, 0],
  [-1 / 6, -1 / 6, -1 / 6],
  [-1 / 6, 1 / 6, -1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [1 / 24, -1 / 12, 1 / 6],
  [0, 0, 1],
];
const AT = [
  [1, 1, 1, 1, 1, 0],
  [0, 1, -1, 2, -2, 0],
  [0, 1, 1, 4, 4, 0],
  [0, 1, -1, 8, -8, 1],
];

/** M ⊗ M, which does M x Mᵀ to x as a vector. */
function twice(matrix: readonly (readonly number[])[]): Constant {
  const rows = matrix.flatMap((a) => matrix.map((b) => a.flatMap((x) => b.map((y) => x * y))));
  return { values: Float32Array.from(rows.flat()), shape: [rows.length, rows[0]!.length] };
}
const [transformInput, transformFilter, transformOutput] = [twice(BT), twice(G), twice(AT)];

/** Measured: with fewer channels or tiles what is saved in products is lost in moving numbers about. */
const leastChannels = 128;
const leastTiles = 32;
/** The transformed filter takes four times the memory: 36 MiB at the most. */
const mostWeights = 512 * 512;

const tilesOf = (size: number): number => Math.ceil(size / tile);

/** Whether a convolution is faster this way: 3 × 3, in steps of one, of many channels and over many tiles. */
export function isWinograd(
  { attrs, shapes, batch }: Pick<Call, 'attrs' | 'shapes' | 'batch'>,
  filter: Constant,
): boolean {
  const [rows, columns, inputs, outputs] = filter.shape as [number, number, number, number];
  const [, height, width] = shapes[0] as [number, number, number, number];
  const single = [...pairOf(attrs['strides']), ...pairOf(attrs['dilations'])].every((step) => step === 1);
  return (
    rows === window &&
    columns === window &&
    single &&
    Math.min(inputs, outputs) >= leastChannels &&
    inputs * outputs <= mostWeights &&
    batch * tilesOf(height) * tilesOf(width) >= leastTiles
  );
}

/**
 * The first axis of what is written here is not the batch: nothing can be fed into it. So what has to be known beside a
 * layer is the same however a convolution is written, and goes from a pass for many to one for a few.
 */
function inner(emitter: Emitter, ...call: Parameters<Emitter['op']>): Value {
  const value = emitter.op(...call);
  emitter.closed.add(value.name);
  return value;
}

const reshaped = (emitter: Emitter, value: Value | Constant, to: readonly number[]): Value =>
  inner(emitter, 'Reshape', [value, ints(to)], to.map(Math.abs));

/** A matrix times each column of a value: [m, n] · [n, …]. */
function transformed(emitter: Emitter, matrix: Constant, value: Value | Constant): Value {
  const [rows, columns] = matrix.shape as [number, number];
  const flat = reshaped(emitter, value, [columns, -1]);
  return inner(emitter, 'MatMul', [matrix, flat], [rows, sizeOf(value.shape) / columns]);
}

/** How a convolution is cut into tiles. */
interface Tiling {
  readonly down: number;
  readonly across: number;
  /** Rows and columns of zeros before the input, and after it. */
  readonly before: number;
  readonly after: readonly [number, number];
}

function tilingOf({ attrs, shapes }: Call, [, height, width]: readonly number[]): Tiling {
  const [down, across] = [tilesOf(shapes[0]![1]!), tilesOf(shapes[0]![2]!)];
  const before = String(attrs['pad']).toLowerCase() === 'same' ? 1 : 0;
  const left = (tiles: number, size: number): number => (tiles + 1) * tile - size - before;
  return { down, across, before, after: [left(down, height!), left(across, width!)] };
}

/** The pixels of all tiles by their place in one: [36, tiles, channels]. */
function tilesIn(emitter: Emitter, input: Value, { down, across, before, after }: Tiling): Value {
  const channels = input.shape[3]!;
  const paddings = { values: Int32Array.of(before, after[0], before, after[1]), shape: [2, 2] };
  const types = { Tblock_shape: { type: 'int32' }, Tpaddings: { type: 'int32' } } as const;
  const phase = [down + 1, across + 1, channels] as const;
  const spread = inner(
    emitter,
    'SpaceToBatchND',
    [input, ints([tile, tile]), paddings],
    [tile ** 2, ...phase],
    types,
  );
  const phases = reshaped(emitter, spread, [tile ** 2, -1, ...phase]);
  // Tiles overlap by two: rows and columns 4 and 5 of one are 0 and 1 of the next.
  const slice = (row: number, column: number, columns: number): Value => {
    const first = [tile * (row % tile), 0, Math.floor(row / tile), column, 0];
    const size = [columns, -1, down, across, channels];
    const Index = { type: 'int32' } as const;
    return inner(emitter, 'Slice', [phases, ints(first), ints(size)], size.map(Math.abs), { Index });
  };
  const rows = Array.from({ length: reach }, (_, row) => [slice(row, 0, tile), slice(row, 1, reach - tile)]);
  const parts = rows.flat();
  const attributes = { N: { int: parts.length }, Tidx: { type: 'int32' } } as const;
  const shape = [reach ** 2, down * across, channels];
  return inner(emitter, 'ConcatV2', [...parts, ints(0)], shape, attributes);
}

/** (G g Gᵀ) of each pair of channels: [36, inputs, outputs]. */
function weightsOf(emitter: Emitter, filter: Constant): Value {
  const [, , inputs, outputs] = filter.shape as [number, number, number, number];
  const shape = [reach ** 2, inputs, outputs];
  return emitter.derived(filter, () =>
    reshaped(emitter, transformed(emitter, transformFilter, filter), shape),
  );
}

/** Tiles put beside each other, and what is over the edge cut off: [n, rows, columns, channels]. */
function assembled(
  emitter: Emitter,
  tiles: Value,
  { down, across }: Tiling,
  shape: readonly number[],
): Value {
  const [, rows, columns, channels] = shape as [number, number, number, number];
  const crops = { values: Int32Array.of(0, down * tile - rows, 0, across * tile - columns), shape: [2, 2] };
  const batches = reshaped(emitter, tiles, [-1, down, across, channels]);
  const types = { Tblock_shape: { type: 'int32' }, Tcrops: { type: 'int32' } } as const;
  return inner(emitter, 'BatchToSpaceND', [batches, ints([tile, tile]), crops], shape, types);
}

/**
 * The convolution of an input, padded by hand where it is, with a filter of 3 × 3 in steps of one. It rounds otherwise
 * than the sum over a window: about 1e-6 of the values.
 */
export function winograd(emitter: Emitter, call: Call, input: Value, filter: Constant): Value {
  const tiling = tilingOf(call, input.shape);
  const [inputs, outputs] = filter.shape.slice(2) as [number, number];
  const tiles = transformed(emitter, transformInput, tilesIn(emitter, input, tiling));
  const each = reshaped(emitter, tiles, [reach ** 2, -1, inputs]);
  const count = tiling.down * tiling.across;
  const products = inner(
    emitter,
    'BatchMatMulV2',
    [each, weightsOf(emitter, filter)],
    [reach ** 2, count, outputs],
  );
  return assembled(emitter, transformed(emitter, transformOutput, products), tiling, call.shapes[0]!);
}
