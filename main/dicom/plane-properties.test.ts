import { describe, expect, it } from 'vitest';
import type { Geometry } from '../../preload/vocabulary';
import { inverseOf } from '../../renderer/picture/mpr/sample';
import { edgeLetters } from '../../renderer/picture/orientation';
import {
  distanceToPlane,
  intersectionLine,
  patientToPixel,
  pixelToPatient,
  planeOf,
} from '../../renderer/picture/plane';
import { randomAxes, within } from './testing/patient';
import { seededRandom } from './testing/random';

const random = seededRandom(20_26);
const size = { rows: 300, columns: 400 };

interface Made {
  readonly geometry: Geometry;
  readonly spacing: { readonly row: number; readonly column: number };
  readonly axes: ReturnType<typeof randomAxes>;
}

function made(): Made {
  const axes = randomAxes(random);
  const position = [within(random, 200), within(random, 200), within(random, 200)] as const;
  const orientation = [...axes.row, ...axes.column] as unknown as Geometry['orientation'];
  return {
    axes,
    geometry: { position, orientation },
    spacing: { row: 0.2 + 2 * random(), column: 0.2 + 2 * random() },
  };
}

const many = Array.from({ length: 500 }, made);
const anyPixel = (): [number, number] => [random() * size.columns, random() * size.rows];

describe('500 planes that lie anyhow', () => {
  it('place a pixel where the equation of PS3.3 C.7.6.2.1.1 does, and find it again', () => {
    for (const { geometry, spacing, axes } of many) {
      const plane = planeOf(geometry, spacing);
      const [column, row] = anyPixel();
      const place = pixelToPatient(plane, [column, row]);
      place.forEach((value, axis) => {
        const expected =
          geometry.position[axis]! +
          axes.row[axis]! * spacing.column * (column - 0.5) +
          axes.column[axis]! * spacing.row * (row - 0.5);
        expect(value).toBeCloseTo(expected, 8);
      });
      const back = patientToPixel(plane, place);
      expect(back[0]).toBeCloseTo(column, 8);
      expect(back[1]).toBeCloseTo(row, 8);
    }
  });

  it('know how far a place lies before or behind them, and project it along the normal', () => {
    for (const { geometry, spacing, axes } of many) {
      const plane = planeOf(geometry, spacing);
      const [pixel, way] = [anyPixel(), within(random, 300)];
      const inPlane = pixelToPatient(plane, pixel);
      const place = inPlane.map((value, axis) => value + way * axes.normal[axis]!) as [
        number,
        number,
        number,
      ];
      expect(distanceToPlane(plane, place)).toBeCloseTo(way, 8);
      expect(patientToPixel(plane, place)[0]).toBeCloseTo(pixel[0], 8);
      expect(patientToPixel(plane, place)[1]).toBeCloseTo(pixel[1], 8);
    }
  });

  it('draw the line where another cuts them on both planes and inside both images', () => {
    let lines = 0;
    many.forEach((one, index) => {
      const other = many[(index + 1) % many.length]!;
      const [a, b] = [planeOf(one.geometry, one.spacing), planeOf(other.geometry, other.spacing)];
      const line = intersectionLine(a, size, b, size);
      if (!line) return;
      lines++;
      for (const [column, row] of line) {
        const place = pixelToPatient(a, [column, row]);
        expect(distanceToPlane(b, place)).toBeCloseTo(0, 6);
        const there = patientToPixel(b, place);
        for (const [value, most] of [
          [column, size.columns],
          [row, size.rows],
          [there[0], size.columns],
          [there[1], size.rows],
        ] as const) {
          expect(value).toBeGreaterThan(-1e-6);
          expect(value).toBeLessThan(most + 1e-6);
        }
      }
    });
    expect(lines).toBeGreaterThan(50);
  });

  it('name their edges by the strongest axis, and opposite edges by opposite letters', () => {
    const opposite: Readonly<Record<string, string>> = { L: 'R', R: 'L', P: 'A', A: 'P', H: 'F', F: 'H' };
    const strongest = (direction: readonly number[]): string => {
      const axis = [0, 1, 2].reduce((a, b) => (Math.abs(direction[b]!) > Math.abs(direction[a]!) ? b : a));
      return ['RL', 'AP', 'FH'][axis]![direction[axis]! > 0 ? 1 : 0]!;
    };
    for (const { geometry, axes } of many) {
      const { left, right, top, bottom } = edgeLetters(geometry, null);
      expect([right[0], bottom[0]]).toEqual([strongest(axes.row), strongest(axes.column)]);
      expect([...right].map((letter) => opposite[letter]).join('')).toBe(left);
      expect([...bottom].map((letter) => opposite[letter]).join('')).toBe(top);
    }
  });

  it('turn into stacks whose voxels are found again', () => {
    for (const { geometry, spacing, axes } of many) {
      const { origin, toColumn, toRow } = planeOf(geometry, spacing);
      const step = 0.1 + 5 * random();
      const toSlice = axes.normal.map((value, axis) => step * (value + 0.3 * axes.row[axis]!)) as [
        number,
        number,
        number,
      ];
      const stack = { ...size, slices: 50, origin, toColumn, toRow, toSlice };
      const voxel = [random() * size.columns, random() * size.rows, random() * 50];
      const place = origin.map(
        (value, axis) =>
          value + voxel[0]! * toColumn[axis]! + voxel[1]! * toRow[axis]! + voxel[2]! * toSlice[axis]!,
      ) as [number, number, number];
      inverseOf(stack)(place).forEach((value, axis) => expect(value).toBeCloseTo(voxel[axis]!, 7));
    }
  });
});
