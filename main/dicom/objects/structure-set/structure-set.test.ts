import { expect, it } from 'vitest';
import { testFolder } from '../../testing/folder';
import { imageInstance, imageStack } from '../testing/images';
import { readWritten } from '../testing/read';
import type { TestContour } from '../testing/structure-set';
import { structureSetElements } from '../testing/structure-set';

const folder = testFolder();
const square = (z: number, from: number, to: number): number[] => [
  ...[from, from, z],
  ...[to, from, z],
  ...[to, to, z],
  ...[from, to, z],
];
const closed = (z: number, from: number, to: number, image = ''): TestContour => ({
  type: 'CLOSED_PLANAR',
  data: square(z, from, to),
  image,
});

it('turns millimetres into pixels: the position is the centre of the first one', async () => {
  const { object, regions, leftOut } = await readWritten(
    folder,
    structureSetElements({ Liver: [closed(2, 0, 4, '1.2.2')] }),
    imageStack(3),
  );
  expect(object).toMatchObject({ kind: 'RTSTRUCT', label: 'Plan A', sopInstanceUid: '1.2.77' });
  expect(regions).toEqual([
    {
      ...{ sopInstanceUid: '1.2.2', frame: 1, kind: 'lesion', label: 'Liver', shape: 'polygon' },
      points: [
        [0.5, 0.5],
        [4.5, 0.5],
        [4.5, 4.5],
        [0.5, 4.5],
      ],
      origin: 'RTSTRUCT "1 Liver" of 1.2.77',
    },
  ]);
  expect(leftOut).toEqual([]);
});

it('finds the slice by its place where a contour names none, within half a slice', async () => {
  const contours = [closed(3.2, 1, 2), closed(0.9, 1, 2), closed(5.5, 1, 2)];
  const { regions, leftOut } = await readWritten(
    folder,
    structureSetElements({ Node: contours }),
    imageStack(3),
  );
  expect(regions.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual(['1.2.3', '1.2.1']);
  expect(leftOut).toEqual(['1 contour left out: no open image lies there; open the series too.']);
});

it('never shows a contour in another frame of reference', async () => {
  const { regions, leftOut } = await readWritten(
    folder,
    structureSetElements({ Node: [closed(2, 1, 2)] }, '1.8'),
    imageStack(3),
  );
  expect(regions).toEqual([]);
  expect(leftOut).toHaveLength(1);
});

it('projects onto oblique slices with unequal spacing', async () => {
  const oblique = imageInstance({
    geometry: { position: [10, 20, 30], orientation: [0.8, 0.6, 0, 0, 0, -1] },
    spacing: { row: 2, column: 5, kind: 'patient' },
  });
  // Two columns on is 8, 6, 0; four rows down is 0, 0, −8.
  const data = [10, 20, 30, 18, 26, 30, 18, 26, 22];
  const { regions } = await readWritten(
    folder,
    structureSetElements({ Node: [{ type: 'CLOSED_PLANAR', data }] }),
    [oblique],
  );
  const expected = [
    [0.5, 0.5],
    [2.5, 0.5],
    [2.5, 4.5],
  ];
  regions[0]!.points.forEach((point, i) =>
    point.forEach((value, axis) => expect(value).toBeCloseTo(expected[i]![axis]!, 9)),
  );
});

it('reads keyholes as they are, contours that exclude each other as one, and says what it cannot know', async () => {
  const xor = (from: number, to: number): TestContour => ({
    ...closed(0, from, to),
    type: 'CLOSEDPLANAR_XOR',
  });
  const { regions, leftOut } = await readWritten(
    folder,
    structureSetElements({ Ring: [xor(0, 6), xor(2, 4)], Bladder: [closed(2, 0, 6), closed(2, 2, 4)] }),
    imageStack(3),
  );
  expect(regions.map(({ label, points }) => [label, points.length])).toEqual([
    ['Ring', 12],
    ['Bladder', 4],
    ['Bladder', 4],
  ]);
  expect(leftOut).toEqual([
    '1 contour inside another of the same structure shown filled: the file does not say that it is a hole.',
  ]);
});

it('leaves points, open lines and damaged numbers out, each with a word', async () => {
  const { regions, leftOut } = await readWritten(
    folder,
    structureSetElements({
      Marks: [
        { type: 'POINT', data: [1, 1, 0] },
        { type: 'OPEN_PLANAR', data: square(0, 1, 2) },
        { type: 'CLOSED_PLANAR', data: [1, 2] },
      ],
    }),
    imageStack(1),
  );
  expect(regions).toEqual([]);
  expect(leftOut).toEqual([
    '2 contours left out, as points and open lines enclose no area.',
    '1 contour left out, as the numbers make no polygon.',
    'The structure set holds no closed contour.',
  ]);
});

it('says when several images lie at the place of a contour that names none', async () => {
  const phases = [imageInstance(), imageInstance({ sopInstanceUid: '1.2.99' })];
  const { regions, leftOut } = await readWritten(
    folder,
    structureSetElements({ Node: [closed(0, 1, 2)] }),
    phases,
  );
  expect(regions.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual(['1.2.1']);
  expect(leftOut).toEqual(['1 contour with several images at one place put on the first of them.']);
});
