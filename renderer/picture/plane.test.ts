import { expect, it } from 'vitest';
import type { Geometry } from '../../preload/vocabulary';
import { distanceToPlane, intersectionLine, patientToPixel, pixelToPatient, planeOf } from './plane';

const axial: Geometry = { position: [-100, -50, 30], orientation: [1, 0, 0, 0, 1, 0] };
const spacing = { row: 2, column: 0.5 };

it('puts the position at the centre of the first pixel', () => {
  const plane = planeOf(axial, spacing);
  expect(pixelToPatient(plane, [0.5, 0.5])).toEqual([-100, -50, 30]);
  expect(pixelToPatient(plane, [0, 0])).toEqual([-100.25, -51, 30]);
  expect(patientToPixel(plane, [-99.5, -46, 12])).toEqual([1.5, 2.5]);
  expect(distanceToPlane(plane, [0, 0, 42])).toBe(12);
});

it('goes from a pixel to the patient and back on oblique planes, with directions of few digits too', () => {
  const oblique: Geometry[] = [
    { position: [12.5, -31, 7], orientation: [0.8, 0.6, 0, 0, 0, -1] },
    { position: [-3, 44, 100], orientation: [2 / 3, 2 / 3, 1 / 3, -2 / 3, 1 / 3, 2 / 3] },
    { position: [0, 0, 0], orientation: [0.94, 0.34, 0.01, -0.33, 0.93, 0.15] },
  ];
  for (const geometry of oblique) {
    const plane = planeOf(geometry, { row: 0.7, column: 1.3 });
    const place = pixelToPatient(plane, [17.25, 3.75]);
    expect(distanceToPlane(plane, place)).toBeCloseTo(0, 9);
    const [column, row] = patientToPixel(plane, place);
    expect(column).toBeCloseTo(17.25, 9);
    expect(row).toBeCloseTo(3.75, 9);
  }
});

it('knows a point of an oblique plane by hand', () => {
  const plane = planeOf(
    { position: [10, 20, 30], orientation: [0.8, 0.6, 0, 0, 0, -1] },
    { row: 2, column: 5 },
  );
  expect(pixelToPatient(plane, [2.5, 4.5])).toEqual([18, 26, 22]);
  expect(plane.normal[0]).toBeCloseTo(-0.6, 12);
  expect(plane.normal[1]).toBeCloseTo(0.8, 12);
});

it('draws a sagittal slice on an axial one as the line where it cuts it, within both images', () => {
  const plane = planeOf(axial, { row: 1, column: 1 });
  const sagittal = planeOf(
    { position: [-80, -40, 60], orientation: [0, 1, 0, 0, 0, -1] },
    { row: 1, column: 1 },
  );
  const size = { rows: 100, columns: 200 };
  // x = −80 is column 20.5 of the axial slice; y runs from −40.5 to 59.5, which are rows 10 to 110: cut off at 100.
  expect(intersectionLine(plane, size, sagittal, { rows: 64, columns: 100 })).toEqual([
    [20.5, 100],
    [20.5, 10],
  ]);
  // The sagittal slice reaches down to z = 60.5 − 20 only, above the axial slice at z = 30.
  expect(intersectionLine(plane, size, sagittal, { rows: 20, columns: 100 })).toBeNull();
});

it('draws no line between parallel planes, nor where the line misses the image', () => {
  const plane = planeOf(axial, { row: 1, column: 1 });
  const above = planeOf({ ...axial, position: [-100, -50, 40] }, { row: 1, column: 1 });
  const far = planeOf({ position: [500, 0, 60], orientation: [0, 1, 0, 0, 0, -1] }, { row: 1, column: 1 });
  const size = { rows: 100, columns: 100 };
  expect(intersectionLine(plane, size, above, size)).toBeNull();
  expect(intersectionLine(plane, size, plane, size)).toBeNull();
  expect(intersectionLine(plane, size, far, size)).toBeNull();
});
