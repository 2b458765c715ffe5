import { expect, it } from 'vitest';
import { type Bits, outlinesOf } from '../dicom/objects/segmentation/outlines';
import { exclusiveOr } from '../dicom/objects/structure-set/exclusive-or';
import { seededRandom } from '../dicom/testing/random';
import { regionMask } from './region';

const maskFrom = (...lines: string[]): Bits => ({
  rows: lines.length,
  columns: lines[0]!.length,
  bits: Uint8Array.from(lines.join(''), (sign) => (sign === '#' ? 1 : 0)),
});

/** How often each pixel is covered by the polygons, as the audit and the statistics count pixels. */
function covered(polygons: ReturnType<typeof outlinesOf>, { rows, columns }: Bits): number[] {
  const counts = new Array<number>(rows * columns).fill(0);
  for (const points of polygons)
    regionMask({ shape: 'polygon', points }, rows, columns).forEach((bit, i) => (counts[i]! += bit));
  return counts;
}

/** Components of pixels that touch at an edge or a corner, by flooding. */
function components({ rows, columns, bits }: Bits): number {
  const left = new Set([...bits.keys()].filter((i) => bits[i] === 1));
  let count = 0;
  for (const start of left) {
    count++;
    const open = [start];
    left.delete(start);
    for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop())
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [x, y] = [(pixel % columns) + dx, Math.floor(pixel / columns) + dy];
          const next = y * columns + x;
          if (x >= 0 && y >= 0 && x < columns && y < rows && left.delete(next)) open.push(next);
        }
  }
  return count;
}

it('outlines a block by its four corners', () => {
  expect(outlinesOf(maskFrom('....', '.##.', '.##.', '....'))).toEqual([
    [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 3],
    ],
  ]);
});

it('joins a hole by a cut along the upper edge of its row', () => {
  expect(outlinesOf(maskFrom('###', '#.#', '###'))).toEqual([
    [
      [0, 0],
      [3, 0],
      [3, 3],
      [0, 3],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
      [0, 1],
    ],
  ]);
});

it('gives one polygon for pixels that touch at a corner, and two for those apart', () => {
  expect(outlinesOf(maskFrom('#..', '.#.', '..#'))).toHaveLength(1);
  expect(outlinesOf(maskFrom('#.#', '...', '#.#'))).toHaveLength(4);
  expect(outlinesOf(maskFrom('...', '...'))).toEqual([]);
});

it('keeps what lies inside a hole a region of its own', () => {
  const ring = maskFrom('#####', '#...#', '#.#.#', '#...#', '#####');
  expect(outlinesOf(ring)).toHaveLength(2);
  expect(covered(outlinesOf(ring), ring)).toEqual([...ring.bits]);
});

it('gives back every random mask to the pixel, each pixel once, one polygon a component', () => {
  const random = seededRandom(17);
  for (let round = 0; round < 400; round++) {
    const [rows, columns] = [1 + Math.floor(random() * 24), 1 + Math.floor(random() * 24)];
    const density = [0.05, 0.3, 0.5, 0.7, 0.95][round % 5]!;
    const bits = Uint8Array.from({ length: rows * columns }, () => (random() < density ? 1 : 0));
    const mask = { rows, columns, bits };
    const polygons = outlinesOf(mask);
    expect(covered(polygons, mask)).toEqual([...bits]);
    expect(polygons).toHaveLength(components(mask));
    for (const points of polygons) expect(points.length).toBeGreaterThanOrEqual(4);
  }
});

it('outlines a large mask full of holes in one pass', () => {
  const [rows, columns] = [256, 256];
  const bits = Uint8Array.from({ length: rows * columns }, (_, i) =>
    (i % columns) % 2 === 1 && Math.floor(i / columns) % 2 === 1 ? 0 : 1,
  );
  const polygons = outlinesOf({ rows, columns, bits });
  expect(polygons).toHaveLength(1);
  expect(covered(polygons, { rows, columns, bits })).toEqual([...bits]);
});

it('excludes what two contours share, to the pixel, wherever they begin', () => {
  const random = seededRandom(5);
  for (let round = 0; round < 100; round++) {
    const contour = (): [number, number][] =>
      Array.from({ length: 3 + Math.floor(random() * 6) }, () => [random() * 20, random() * 20]);
    const [a, b, c] = [contour(), contour(), contour()];
    const [one, two, three] = [a, b, c].map((points) => regionMask({ shape: 'polygon', points }, 20, 20));
    const all = regionMask({ shape: 'polygon', points: exclusiveOr([a, b, c]) }, 20, 20);
    expect([...all]).toEqual([...one!].map((bit, i) => bit ^ two![i]! ^ three![i]!));
  }
});
