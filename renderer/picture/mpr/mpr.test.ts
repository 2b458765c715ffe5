import { describe, expect, it } from 'vitest';
import type { Geometry } from '../../../preload/vocabulary';
import { cutOf, geometryOfPlane } from './cut';
import { inverseOf, mapsAlong, planeThrough, type Volume } from './sample';
import { plus, scaled, type Stack, type StackSlice, stackOf } from './stack';

const axial: Geometry['orientation'] = [1, 0, 0, 0, 1, 0];

function slicesAt(
  positions: readonly Geometry['position'][],
  changes: Partial<StackSlice> = {},
  orientation = axial,
): StackSlice[] {
  return positions.map((position) => ({
    geometry: { position, orientation },
    spacing: { row: 2, column: 1, kind: 'patient' },
    ...{ rows: 3, columns: 4, frameOfReferenceUid: '1.2', ...changes },
  }));
}

function regular(count: number, step = 3): StackSlice[] {
  return slicesAt(Array.from({ length: count }, (_, i) => [10, 20, 30 + i * step] as const));
}

function stack(slices: readonly StackSlice[]): Stack {
  const found = stackOf(slices);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** A volume whose value is a linear function of the patient's x, y and z: any cut must give it back. */
function linear(of: Stack): Volume<Float32Array> {
  const values = new Float32Array(of.columns * of.rows * of.slices);
  let at = 0;
  for (let slice = 0; slice < of.slices; slice++)
    for (let row = 0; row < of.rows; row++)
      for (let column = 0; column < of.columns; column++)
        values[at++] = value(
          plus(
            plus(of.origin, scaled(of.toColumn, column)),
            plus(scaled(of.toRow, row), scaled(of.toSlice, slice)),
          ),
        );
  return { stack: of, values };
}

const value = ([x, y, z]: readonly [number, number, number]): number => 3 * x - 2 * y + 0.5 * z + 7;

describe('a stack', () => {
  it('has the steps of its headers', () => {
    expect(stack(regular(5))).toEqual({
      ...{ columns: 4, rows: 3, slices: 5, origin: [10, 20, 30] },
      ...{ toColumn: [1, 0, 0], toRow: [0, 2, 0], toSlice: [0, 0, 3] },
    });
  });

  it.each([
    ['too few slices', regular(2), /at least 3 slices/],
    ['no geometry', regular(4).map((slice) => ({ ...slice, geometry: null })), /where its slices lie/],
    [
      'spacing at the detector only',
      regular(4).map((slice) => ({ ...slice, spacing: { row: 1, column: 1, kind: 'detector' as const } })),
      /where its slices lie/,
    ],
    ['a missing slice', regular(6).filter((_, i) => i !== 2), /not evenly spaced/],
    [
      'two slices at one place',
      slicesAt([
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ]),
      /not evenly spaced/,
    ],
    [
      'a turned slice',
      [...regular(3), ...slicesAt([[10, 20, 39]], {}, [0, 1, 0, -1, 0, 0])],
      /Slice 4 differs/,
    ],
    [
      'another frame of reference',
      [...regular(3), ...slicesAt([[10, 20, 39]], { frameOfReferenceUid: '9' })],
      /Slice 4/,
    ],
  ] as const)('is refused in a sentence: %s', (_, slices, reason) => {
    expect(stackOf(slices)).toMatch(reason);
  });

  it('goes from mm to voxels and back, also when the gantry was tilted', () => {
    const tilted = stack(slicesAt([0, 1, 2, 3].map((i) => [5, i * 0.7, i * 2] as const)));
    const place = plus(plus(tilted.origin, scaled(tilted.toColumn, 1.5)), scaled(tilted.toSlice, 2.25));
    inverseOf(tilted)(place).forEach((index, axis) => expect(index).toBeCloseTo([1.5, 0, 2.25][axis]!, 9));
  });
});

describe('a cut', () => {
  it('in the direction of the slices is the slices themselves where pixels are square', () => {
    const of = stack(
      slicesAt([0, 1, 2].map((i) => [0, 0, i * 4] as const)).map((slice) => ({
        ...slice,
        spacing: { row: 1, column: 1, kind: 'patient' as const },
      })),
    );
    const volume: Volume<Int16Array> = {
      stack: of,
      values: Int16Array.from({ length: 36 }, (_, i) => i * i - 50),
    };
    const cut = cutOf(of, 'axial');
    expect([cut.columns, cut.rows, cut.count, cut.step]).toEqual([4, 3, 3, 4]);
    for (let plane = 0; plane < 3; plane++)
      expect([...planeThrough(volume, cut, plane, -999)]).toEqual([
        ...volume.values.subarray(plane * 12, plane * 12 + 12),
      ]);
  });

  it('from the front shows the head above, the left on the right, and steps from front to back', () => {
    const cut = cutOf(stack(regular(5)), 'coronal');
    expect(cut.orientation).toEqual([1, 0, 0, 0, 0, -1]);
    expect([cut.columns, cut.rows, cut.count, cut.spacing, cut.step]).toEqual([4, 13, 3, 1, 2]);
    expect(geometryOfPlane(cut, 0).position).toEqual([10, 20, 42]);
    expect(geometryOfPlane(cut, 2).position).toEqual([10, 24, 42]);
  });

  it.each(['axial', 'coronal', 'sagittal'] as const)(
    '%s through an oblique, sheared stack gives a linear field back',
    (direction) => {
      const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
      const of = stack(
        slicesAt(
          [0, 1, 2, 3, 4].map((i) => [i * 0.4, 7 - i * 0.6, i * 2.5] as const),
          {},
          [c, s, 0, -s, c, 0],
        ),
      );
      const cut = cutOf(of, direction);
      const [ux, uy, uz, vx, vy, vz] = cut.orientation;
      let inside = 0;
      for (let plane = 0; plane < cut.count; plane++) {
        const { position } = geometryOfPlane(cut, plane);
        planeThrough(linear(of), cut, plane, -1e6).forEach((found, at) => {
          if (found === -1e6) return;
          inside++;
          const [x, y] = [(at % cut.columns) * cut.spacing, Math.floor(at / cut.columns) * cut.spacing];
          const place = plus(position, plus(scaled([ux, uy, uz], x), scaled([vx, vy, vz], y)));
          expect(found).toBeCloseTo(value(place), 3);
        });
      }
      expect(inside).toBeGreaterThan(30);
    },
  );

  it('carries each map within the slab of its slice and nothing where there is none', () => {
    const of = stack(regular(3));
    const maps = [new Float32Array(12).fill(1), null, new Float32Array(12).fill(5)];
    const cut = cutOf(of, 'coronal');
    const along = mapsAlong(of, maps, cut, 1);
    const column = Array.from({ length: cut.rows }, (_, row) => along[row * cut.columns]);
    // From the head (z = 36) to the feet (z = 30), 1 mm a row: the slab of a slice reaches half a step up and down.
    expect(column).toEqual([5, 5, 0, 0, 0, 1, 1]);
  });
});
