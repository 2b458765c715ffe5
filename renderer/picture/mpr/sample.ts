import { type Cut } from './cut';
import { plus, scaled, type Stack, type Vector } from './stack';

/** Voxels of a stack: slice after slice, row after row. */
export interface Volume<Values extends Int16Array | Float32Array = Int16Array | Float32Array> {
  readonly stack: Stack;
  /** slices × rows × columns. */
  readonly values: Values;
}

/** A place between voxels: column, row, slice, fractions allowed. */
type Index = readonly [number, number, number];

/** Rounding must not put the outermost voxels outside. */
const rim = 1e-4;

/**
 * One plane of a cut through a volume, by trilinear interpolation.
 * @param plane from 0
 * @param outside the value where there is no voxel
 * @returns rows × columns of the cut, whole numbers where the volume holds them
 */
export function planeThrough<Values extends Int16Array | Float32Array>(
  { stack, values }: Volume<Values>,
  cut: Cut,
  plane: number,
  outside: number,
): Values {
  const out = (
    values instanceof Int16Array
      ? new Int16Array(cut.rows * cut.columns)
      : new Float32Array(cut.rows * cut.columns)
  ) as Values;
  const whole = values instanceof Int16Array;
  walk(stack, cut, plane, (at, column, row, slice) => {
    const value = trilinear(stack, values, column, row, slice);
    out[at] = Number.isNaN(value) ? outside : whole ? Math.round(value) : value;
  });
  return out;
}

/**
 * The maps of slices along one plane of a cut: each slice's own map within its slab, nothing where a slice has none.
 * Between slices nothing is interpolated, as no model has seen what lies there.
 * @param maps one a slice, rows × columns of the stack; null where a slice has no map
 * @returns rows × columns of the cut, 0 where there is nothing
 */
export function mapsAlong(
  stack: Stack,
  maps: readonly (Float32Array | null)[],
  cut: Cut,
  plane: number,
): Float32Array {
  const out = new Float32Array(cut.rows * cut.columns);
  walk(stack, cut, plane, (at, column, row, slice) => {
    const map = maps[Math.round(slice)];
    const value = map ? bilinear(map, stack, 0, column, row) : NaN;
    out[at] = Number.isNaN(value) ? 0 : value;
  });
  return out;
}

/** Calls back for each pixel of a plane with where it lies in the stack. */
function walk(
  stack: Stack,
  cut: Cut,
  plane: number,
  visit: (at: number, column: number, row: number, slice: number) => void,
): void {
  const inverse = inverseOf(stack);
  const [ux, uy, uz, vx, vy, vz] = cut.orientation;
  const start = inverse(plus(cut.origin, scaled(cut.toPlane, plane)));
  const origin = inverse([0, 0, 0]);
  const stepOf = (direction: Vector): Index => minus(inverse(scaled(direction, cut.spacing)), origin);
  const [u, v] = [stepOf([ux, uy, uz]), stepOf([vx, vy, vz])];
  for (let y = 0; y < cut.rows; y++)
    for (let x = 0; x < cut.columns; x++)
      visit(
        y * cut.columns + x,
        start[0] + x * u[0] + y * v[0],
        start[1] + x * u[1] + y * v[1],
        start[2] + x * u[2] + y * v[2],
      );
}

const minus = (a: Index, b: Index): Index => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** From the patient's mm to column, row and slice: the inverse of the stack's own steps (Cramer's rule). */
export function inverseOf({ origin, toColumn: a, toRow: b, toSlice: c }: Stack): (place: Vector) => Index {
  const minor = (p: Vector, q: Vector): Vector => [
    p[1] * q[2] - p[2] * q[1],
    p[2] * q[0] - p[0] * q[2],
    p[0] * q[1] - p[1] * q[0],
  ];
  const [bc, ca, ab] = [minor(b, c), minor(c, a), minor(a, b)];
  const volume = a[0] * bc[0] + a[1] * bc[1] + a[2] * bc[2];
  return ([x, y, z]) => {
    const d: Vector = [x - origin[0], y - origin[1], z - origin[2]];
    const along = (m: Vector): number => (d[0] * m[0] + d[1] * m[1] + d[2] * m[2]) / volume;
    return [along(bc), along(ca), along(ab)];
  };
}

/** NaN outside the stack. */
function trilinear(
  stack: Stack,
  values: Int16Array | Float32Array,
  column: number,
  row: number,
  slice: number,
): number {
  if (!(slice >= -rim && slice <= stack.slices - 1 + rim)) return NaN;
  const z = Math.min(Math.max(slice, 0), stack.slices - 1);
  const below = Math.floor(z);
  const size = stack.rows * stack.columns;
  const near = bilinear(values, stack, below * size, column, row);
  const part = z - below;
  return part === 0 ? near : near + part * (bilinear(values, stack, (below + 1) * size, column, row) - near);
}

/** Between the four pixels around a place of one slice; NaN outside it. */
function bilinear(
  values: Int16Array | Float32Array,
  { rows, columns }: Stack,
  offset: number,
  column: number,
  row: number,
): number {
  if (!(column >= -rim && column <= columns - 1 + rim && row >= -rim && row <= rows - 1 + rim)) return NaN;
  const x = Math.min(Math.max(column, 0), columns - 1);
  const y = Math.min(Math.max(row, 0), rows - 1);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = offset + top * columns + left;
  const right = left < columns - 1 ? 1 : 0;
  const down = top < rows - 1 ? columns : 0;
  const upper = values[at]! + (x - left) * (values[at + right]! - values[at]!);
  const lower = values[at + down]! + (x - left) * (values[at + down + right]! - values[at + down]!);
  return upper + (y - top) * (lower - upper);
}
