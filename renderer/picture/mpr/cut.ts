import type { Geometry } from '../../../preload/vocabulary';
import { dot, lengthOf, plus, scaled, type Stack, type Vector } from './stack';

export type CutDirection = 'axial' | 'coronal' | 'sagittal';

/** Where a row leads to and where a column leads to, as radiologists hang each: seen from the feet, the front, the left. */
const directions: Readonly<Record<CutDirection, readonly [Vector, Vector]>> = {
  axial: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  coronal: [
    [1, 0, 0],
    [0, 0, -1],
  ],
  sagittal: [
    [0, 1, 0],
    [0, 0, -1],
  ],
};

/** Planes through a stack in one direction of the patient, all of one size, with square pixels. */
export interface Cut {
  readonly direction: CutDirection;
  readonly columns: number;
  readonly rows: number;
  /** How many planes. */
  readonly count: number;
  /** Size of a pixel, mm. */
  readonly spacing: number;
  /** Distance from plane to plane, mm. */
  readonly step: number;
  /** Row direction and column direction, cosines. */
  readonly orientation: Geometry['orientation'];
  /** Centre of the first pixel of the first plane, mm. */
  readonly origin: Vector;
  /** From plane to plane, mm. */
  readonly toPlane: Vector;
}

/** A direction of the stack counts as that of the cut when they are at most 2.5 degrees apart. */
const parallel = Math.cos((2.5 * Math.PI) / 180);

/** The planes of a direction that cover a stack. */
export function cutOf(stack: Stack, direction: CutDirection): Cut {
  const [u, v] = directions[direction];
  const n = cross(u, v);
  const steps = [stack.toColumn, stack.toRow, stack.toSlice];
  const spacing = Math.min(...steps.map(lengthOf));
  const native = steps.find((step) => Math.abs(dot(step, n)) >= parallel * lengthOf(step));
  const step = native ? Math.abs(dot(native, n)) : spacing;
  const [alongU, alongV, alongN] = [u, v, n].map((axis) => extentOf(stack, axis)) as [Extent, Extent, Extent];
  return {
    direction,
    columns: countOf(alongU, spacing),
    rows: countOf(alongV, spacing),
    count: countOf(alongN, step),
    spacing,
    step,
    orientation: [...u, ...v],
    origin: plus(plus(scaled(u, alongU.from), scaled(v, alongV.from)), scaled(n, alongN.from)),
    toPlane: scaled(n, step),
  };
}

/** Position and orientation of a plane of a cut (from 0). */
export function geometryOfPlane({ origin, toPlane, orientation }: Cut, plane: number): Geometry {
  return { position: plus(origin, scaled(toPlane, plane)), orientation };
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Between which places along an axis the centres of the voxels lie, mm. */
function extentOf({ columns, rows, slices, origin, toColumn, toRow, toSlice }: Stack, axis: Vector): Extent {
  const start = dot(origin, axis);
  const reach = [
    dot(toColumn, axis) * (columns - 1),
    dot(toRow, axis) * (rows - 1),
    dot(toSlice, axis) * (slices - 1),
  ];
  return {
    from: reach.reduce((sum, part) => sum + Math.min(0, part), start),
    to: reach.reduce((sum, part) => sum + Math.max(0, part), start),
  };
}

/** Rounding in the header must not cost the last plane. */
const countOf = ({ from, to }: Extent, step: number): number => Math.floor((to - from) / step + 1e-3) + 1;

const cross = ([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector => [
  ay * bz - az * by,
  az * bx - ax * bz,
  ax * by - ay * bx,
];
