import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapElements } from '../main/dicom/objects/testing/parametric-map';
import { groupItem, imageItem, planarItem, reportElements } from '../main/dicom/objects/testing/report';
import { segmentationElements } from '../main/dicom/objects/testing/segmentation';
import { structureSetElements } from '../main/dicom/objects/testing/structure-set';
import type { Elements } from '../main/dicom/testing/write';
import { writeDicom } from '../main/dicom/testing/write';
import { seriesUid, writePhantom } from './phantom';

export const size = 96;
export const spacing = 2;
const frameOfReference = '1.2.826.0.1.3680043.2.1125.80';
const ball = { x: 30, y: -20, z: 10, radius: 12 } as const;
const first = -40;
/** Centre of the first pixel of a slice, mm. */
const corner = (-(size - 1) / 2) * spacing;
const zOf = (index: number): number => first + index * spacing;
const centre = (index: number): number => corner + index * spacing;

/** What belongs every object to the study of the phantom, and gives it a UID and a label of its own. */
const inStudy = (number: number): Elements => ({
  0x00080018: ['UI', `${seriesUid(9)}.${number}`],
  0x00100010: ['PN', 'Phantom^Head'],
  0x00100020: ['LO', 'Phantom^Head'],
  0x0020000d: ['UI', '1.2.826.0.1.3680043.2.1125.912'],
  0x0020000e: ['UI', `${seriesUid(9)}0${number}`],
  0x00200052: ['UI', frameOfReference],
});

export const objectUid = (number: number): string => `${seriesUid(9)}.${number}`;
/** Number (from 1) of the slice through the middle of the ball, of 41. */
export const middleSlice = (ball.z - first) / spacing + 1;

/** Indices of the slices that the ball reaches. */
const slices = Array.from({ length: 41 }, (_, index) => index).filter(
  (index) => Math.abs(zOf(index) - ball.z) < ball.radius,
);

/** A head with a ball in it, and a segmentation, a structure set, a report and a parametric map of the ball. */
export function writePhantomWithObjects(folder: string): string {
  const study = join(folder, 'study');
  writePhantom(study, {
    ...{ number: 1, description: 'Axial', frameOfReference, plane: 'axial', size, spacing },
    ...{ step: spacing, count: 41, first },
  });
  const write = (name: string, elements: Elements): void =>
    writeFileSync(join(study, name), writeDicom(elements));
  write('seg.dcm', ballSegmentation());
  write('rtstruct.dcm', ballContours());
  write('sr.dcm', ballReport());
  write('map.dcm', ballMap());
  return study;
}

/** The pixels of the ball, bit by bit, and a second segment of one pixel on the first slice. */
function ballSegmentation(): Elements {
  const frames = slices.map((index) => ({
    segment: 1,
    position: [corner, corner, zOf(index)] as const,
    values: Array.from({ length: size * size }, (_, pixel) => {
      const [x, y] = [centre(pixel % size), centre(Math.floor(pixel / size))];
      const distance = Math.hypot(x - ball.x, y - ball.y, zOf(index) - ball.z);
      return distance < ball.radius && distance >= 4 ? 1 : 0;
    }),
  }));
  return segmentationElements(
    { rows: size, columns: size, labels: ['Shell'], spacing: [spacing, spacing], frames },
    { ...inStudy(1), 0x00700080: ['CS', 'BALL'] },
  );
}

/** A circle on each slice, and a point, which encloses nothing. */
function ballContours(): Elements {
  const circles = slices.map((index) => {
    const radius = Math.sqrt(ball.radius ** 2 - (zOf(index) - ball.z) ** 2);
    const data = Array.from({ length: 36 }, (_, step) => {
      const angle = (step * Math.PI) / 18;
      const [x, y] = [ball.x + radius * Math.cos(angle), ball.y + radius * Math.sin(angle)];
      return [x.toFixed(3), y.toFixed(3), zOf(index)].map(Number);
    }).flat();
    return { type: 'CLOSED_PLANAR', data };
  });
  const point = { type: 'POINT', data: [ball.x, ball.y, ball.z] };
  return structureSetElements({ GTV: [...circles, point] }, frameOfReference, inStudy(2));
}

/** One circle on the slice through the middle. */
function ballReport(): Elements {
  const column = (ball.x - corner) / spacing + 0.5;
  const row = (ball.y - corner) / spacing + 0.5;
  const circle = planarItem(
    'CIRCLE',
    [column, row, column + ball.radius / spacing, row],
    imageItem(`${seriesUid(1)}.${middleSlice}`),
  );
  return reportElements([groupItem('Target 1', 'Mass', circle)], inStudy(3));
}

/** A hill over the ball, on a grid of half the resolution, with values below 0 far away. */
function ballMap(): Elements {
  const [rows, columns] = [size / 2, size / 2];
  const frames = slices.map((index) => ({
    position: [corner + spacing / 2, corner + spacing / 2, zOf(index)] as const,
    values: Array.from({ length: rows * columns }, (_, pixel) => {
      const x = corner + spacing / 2 + (pixel % columns) * 2 * spacing;
      const y = corner + spacing / 2 + Math.floor(pixel / columns) * 2 * spacing;
      return 80 - Math.hypot(x - ball.x, y - ball.y, zOf(index) - ball.z) * 2;
    }),
  }));
  return mapElements(
    { rows, columns, spacing: [2 * spacing, 2 * spacing], frames },
    { ...inStudy(4), 0x00080060: ['CS', 'MR'] },
  );
}
