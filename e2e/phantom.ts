import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageElements } from '../main/dicom/testing/image';
import { writeDicom } from '../main/dicom/testing/write';

type Vector = readonly [number, number, number];

/** A series through a phantom head: what its slices lie on. */
export interface PhantomSeries {
  readonly number: number;
  readonly description: string;
  readonly frameOfReference: string;
  readonly plane: 'axial' | 'sagittal';
  readonly size: number;
  /** mm a pixel, and mm from slice to slice. */
  readonly spacing: number;
  readonly step: number;
  readonly count: number;
  /** Place of the middle of the first slice along the plane's normal, mm. */
  readonly first: number;
  readonly patient?: string;
}

/** Directions of a row, of a column, and from slice to slice. */
const directions: Readonly<Record<PhantomSeries['plane'], readonly [Vector, Vector, Vector]>> = {
  axial: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  sagittal: [
    [0, 1, 0],
    [0, 0, -1],
    [1, 0, 0],
  ],
};

/** HU at a place: air, a skull, brain, and a bright ball left (+x), in front (−y) and above (+z) of the middle. */
function density([x, y, z]: Vector): number {
  const head = Math.hypot(x / 70, y / 85, z / 75);
  if (head > 1) return -1000;
  if (head > 0.92) return 800;
  return Math.hypot(x - 30, y + 20, z - 10) < 12 ? 120 : 35;
}

const along = (by: readonly [number, number, number], [a, b, c]: readonly Vector[]): Vector => {
  const at = (axis: 0 | 1 | 2): number => by[0] * a![axis] + by[1] * b![axis] + by[2] * c![axis];
  return [at(0), at(1), at(2)];
};

export const seriesUid = (number: number): string => `1.2.826.0.1.3680043.2.1125.${number}`;

/** Writes a CT series through the phantom into a folder. */
export function writePhantom(folder: string, series: PhantomSeries): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < series.count; index++)
    writeFileSync(join(folder, `${series.number}-${index + 1}.dcm`), slice(series, index));
}

function slice(series: PhantomSeries, index: number): Buffer {
  const { number, size, spacing, step, first, plane, patient = 'Phantom^Head' } = series;
  const axes = directions[plane];
  const corner = (-(size - 1) / 2) * spacing;
  const position = (column: number, row: number): Vector =>
    along([corner + column * spacing, corner + row * spacing, first + index * step], axes);
  const pixels = Buffer.alloc(size * size * 2);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      pixels.writeInt16LE(density(position(column, row)), (row * size + column) * 2);
  return writeDicom(
    imageElements(
      { rows: size, columns: size, signed: true, pixels },
      {
        0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
        0x00080018: ['UI', `${seriesUid(number)}.${index + 1}`],
        0x00080020: ['DA', '20260412'],
        0x00080060: ['CS', 'CT'],
        0x00081030: ['LO', 'Head CT'],
        0x0008103e: ['LO', series.description],
        0x00100010: ['PN', patient],
        0x00100020: ['LO', patient],
        0x0020000d: ['UI', `1.2.826.0.1.3680043.2.1125.9${patient.length}`],
        0x0020000e: ['UI', seriesUid(number)],
        0x00200011: ['IS', String(number)],
        0x00200013: ['IS', String(index + 1)],
        0x00200032: ['DS', position(0, 0).join('\\')],
        0x00200037: ['DS', [...axes[0], ...axes[1]].join('\\')],
        0x00200052: ['UI', series.frameOfReference],
        0x00180050: ['DS', String(step)],
        0x00280030: ['DS', `${spacing}\\${spacing}`],
        0x00281050: ['DS', '40'],
        0x00281051: ['DS', '200'],
        0x00281052: ['DS', '0'],
        0x00281053: ['DS', '1'],
      },
    ),
  );
}
