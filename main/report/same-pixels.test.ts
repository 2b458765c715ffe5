import { expect, it } from 'vitest';
import type { Region } from '../../preload/vocabulary';
import { runsInside } from '../../renderer/measure/pixels-inside';
import { pixelsIn } from '../audit/mask';
import { maskOf } from '../audit/region';
import { seededRandom } from '../dicom/testing/random';

const [rows, columns] = [23, 31];
const shapes = ['rectangle', 'ellipse', 'polygon'] as const;

type Shape = Pick<Region, 'shape' | 'points'>;

function measured(shape: Shape): number[] {
  const pixels: number[] = [];
  runsInside(shape, rows, columns, (row, from, to) => {
    for (let column = from; column < to; column++) pixels.push(row * columns + column);
  });
  return pixels;
}

const audited = (shape: Shape): number[] => [
  ...pixelsIn(maskOf(shape, rows, columns), { column: 0, row: 0, width: columns, height: rows }, columns),
];

it.each(shapes)('the window measures the very pixels of a %s that the audit counts', (shape) => {
  const random = seededRandom(7);
  for (let round = 0; round < 4000; round++) {
    // Halves and wholes put centres exactly on the edges, where two rules would part.
    const step = [1, 0.5, 0.25, 1e-9][round % 4]!;
    const at = (size: number): number => Math.round((random() * 1.6 - 0.3) * size * (1 / step)) * step;
    const count = shape === 'polygon' ? 3 + Math.floor(random() * 9) : 2;
    const points = Array.from({ length: count }, (): [number, number] => [at(columns), at(rows)]);
    const region = { shape, points };
    expect(measured(region), JSON.stringify(region)).toEqual(audited(region));
  }
});
