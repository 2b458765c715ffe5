import { expect, it } from 'vitest';
import { imagesOf } from './images';
import { withinLimits } from './limited';
import type { ObjectRegion } from './object-reader';
import { imageInstance } from './testing/images';

const images = imagesOf([imageInstance()]);
const region = (points: ObjectRegion['points']): ObjectRegion => ({
  ...{ sopInstanceUid: '1.2.1', frame: 1, kind: 'lesion', label: '', shape: 'polygon' },
  points,
});
const triangle = (column: number, row: number): ObjectRegion =>
  region([
    [column, row],
    [column + 2, row],
    [column, row + 2],
  ]);
const leftOut = (...regions: ObjectRegion[]) =>
  withinLimits({ regions, maps: [], leftOut: ['before'] }, images);

it('keeps what lies on its image, in part at least', () => {
  const kept = [triangle(1, 1), triangle(-1, -1), triangle(15, 11)];
  expect(leftOut(...kept, triangle(16, 3), triangle(3, -2), triangle(NaN, 0))).toEqual({
    ...{ regions: kept, maps: [] },
    leftOut: ['before', '3 regions outside its image left out.'],
  });
});

it('cuts a label to what a review keeps', () => {
  const { regions } = leftOut({ ...triangle(1, 1), label: 'x'.repeat(900) });
  expect(regions[0]!.label).toHaveLength(500);
});

it('says what a review cannot hold', () => {
  const ragged = region(Array.from({ length: 10_001 }, (_, i) => [i % 10, i % 7]));
  const many = Array.from({ length: 10_002 }, () => triangle(1, 1));
  const { regions, leftOut: said } = leftOut(ragged, ...many);
  expect(regions).toHaveLength(10_000);
  expect(said.slice(1)).toEqual([
    '1 region with an outline of more than 10000 points left out.',
    'Regions beyond the first 10000 left out: a review holds no more.',
  ]);
});
