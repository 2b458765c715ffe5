import type { Geometry, Instance } from '../../../preload/vocabulary';

/** x, y, z in the patient's coordinate system, mm: to the left, to the back, to the head (PS3.3 C.7.6.2.1.1). */
export type Vector = readonly [number, number, number];

/** What is asked of each slice of a stack. */
export interface StackSlice {
  readonly geometry: Geometry | null;
  readonly spacing: Instance['spacing'];
  readonly rows: number;
  readonly columns: number;
  readonly frameOfReferenceUid: string;
}

/** A regular grid of voxels: the centre of voxel (column, row, slice) lies at origin + column·c + row·r + slice·s. */
export interface Stack {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  /** Centre of the first pixel of the first slice, mm. */
  readonly origin: Vector;
  /** Steps to the next column, row and slice, mm. The last need not be at right angles: a tilted gantry shears. */
  readonly toColumn: Vector;
  readonly toRow: Vector;
  readonly toSlice: Vector;
}

const fewestSlices = 3;
/** Cosines of two slices may differ by rounding in the header only. */
const cosineTolerance = 1e-3;
/** Part of the step from slice to slice that a position may be off. */
const stepTolerance = 0.05;

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const lengthOf = (a: Vector): number => Math.hypot(...a);

/**
 * The grid that slices in reading order make, or one sentence of why they make none: only a regular series can be
 * cut in other directions without inventing what was never acquired.
 */
export function stackOf(slices: readonly StackSlice[]): Stack | string {
  const [first] = slices;
  const last = slices.at(-1);
  if (!first || !last || slices.length < fewestSlices)
    return `A series of at least ${fewestSlices} slices is needed to cut it in other directions.`;
  const { geometry, spacing } = first;
  if (!geometry || spacing?.kind !== 'patient')
    return 'This series does not say where its slices lie, so it cannot be cut in other directions.';
  const uneven = unevenIn(slices, first);
  if (uneven) return uneven;
  const between = plus(last.geometry!.position, scaled(geometry.position, -1));
  const toSlice = scaled(between, 1 / (slices.length - 1));
  const off = irregularAt(slices, geometry.position, toSlice);
  if (off > 0) return irregular(off);
  const [rx, ry, rz, cx, cy, cz] = geometry.orientation;
  return {
    ...{ columns: first.columns, rows: first.rows, slices: slices.length, origin: geometry.position },
    toColumn: scaled([rx, ry, rz], spacing.column),
    toRow: scaled([cx, cy, cz], spacing.row),
    toSlice,
  };
}

function unevenIn(slices: readonly StackSlice[], first: StackSlice): string {
  const odd = slices.findIndex((slice) => !isLike(slice, first));
  return odd < 0
    ? ''
    : `Slice ${odd + 1} differs from the first in size, spacing or direction, so this series cannot be cut in other directions.`;
}

function isLike(
  { geometry, spacing, rows, columns, frameOfReferenceUid }: StackSlice,
  first: StackSlice,
): boolean {
  if (!geometry || !spacing || rows !== first.rows || columns !== first.columns) return false;
  const turned = geometry.orientation.some(
    (cosine, i) => Math.abs(cosine - first.geometry!.orientation[i]!) > cosineTolerance,
  );
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * b;
  const sameSpacing = near(spacing.row, first.spacing!.row) && near(spacing.column, first.spacing!.column);
  return !turned && sameSpacing && frameOfReferenceUid === first.frameOfReferenceUid;
}

/** Number (from 1) of the first slice that does not lie where even steps would put it; 0 where all do. */
function irregularAt(slices: readonly StackSlice[], origin: Vector, toSlice: Vector): number {
  const step = lengthOf(toSlice);
  if (!(step > 0)) return 2;
  const odd = slices.findIndex(({ geometry }, index) => {
    const expected = plus(origin, scaled(toSlice, index));
    return lengthOf(plus(geometry!.position, scaled(expected, -1))) > step * stepTolerance;
  });
  return odd + 1;
}

const irregular = (at: number): string =>
  `The slices are not evenly spaced (slice ${at} is not where it should be), so this series cannot be cut in other directions.`;
