import { expect, it } from 'vitest';
import { testFolder } from '../../testing/folder';
import { imageInstance, imageStack } from '../testing/images';
import { readWritten } from '../testing/read';
import {
  contentElements,
  groupItem,
  imageItem,
  planarItem,
  reportElements,
  spatialItem,
} from '../testing/report';

const folder = testFolder();
const triangle = [1, 2, 5, 2, 5, 6, 1, 2];

it('reads closed lines, circles and upright ellipses on the frames they were selected from', async () => {
  const { object, regions, leftOut } = await readWritten(
    folder,
    reportElements([
      groupItem('Lesion 1', 'Nodule', planarItem('POLYLINE', triangle, imageItem('1.2.1'))),
      groupItem('', 'Mass', planarItem('CIRCLE', [5, 5, 5, 8], imageItem('1.2.2'))),
      groupItem('', '', planarItem('ELLIPSE', [2, 4, 10, 4, 6, 3, 6, 5], imageItem('1.2.3'))),
    ]),
    imageStack(3),
  );
  expect(object).toMatchObject({ kind: 'SR', label: 'Imaging Measurement Report' });
  expect(regions).toEqual([
    expect.objectContaining({
      ...{ sopInstanceUid: '1.2.1', frame: 1, label: 'Lesion 1, Nodule', shape: 'polygon' },
      points: [
        [1, 2],
        [5, 2],
        [5, 6],
      ],
      origin: 'SR "Lesion 1, Nodule" of 1.2.88',
    }),
    expect.objectContaining({
      ...{ sopInstanceUid: '1.2.2', label: 'Mass', shape: 'ellipse' },
      points: [
        [2, 2],
        [8, 8],
      ],
    }),
    expect.objectContaining({
      ...{ sopInstanceUid: '1.2.3', label: 'Image Region', shape: 'ellipse' },
      points: [
        [2, 3],
        [10, 5],
      ],
    }),
  ]);
  expect(leftOut).toEqual([]);
});

it('makes a turned ellipse a polygon through the ends of its axes', async () => {
  const { regions } = await readWritten(
    folder,
    reportElements([
      groupItem('', 'Mass', planarItem('ELLIPSE', [2, 2, 10, 10, 7, 5, 5, 7], imageItem('1.2.1'))),
    ]),
    imageStack(1),
  );
  const { shape, points } = regions[0]!;
  expect(shape).toBe('polygon');
  expect(points).toHaveLength(64);
  for (const [column, row] of [
    [2, 2],
    [10, 10],
    [7, 5],
    [5, 7],
  ] as const)
    expect(Math.min(...points.map(([c, r]) => Math.hypot(c - column, r - row)))).toBeLessThan(1e-6);
});

it('puts a region on every frame that is named of an image of many', async () => {
  const { regions } = await readWritten(
    folder,
    reportElements([groupItem('', 'Clot', planarItem('POLYLINE', triangle, imageItem('1.2.1', '2\\5')))]),
    [imageInstance({ numberOfFrames: 6 })],
  );
  expect(regions.map(({ frame }) => frame)).toEqual([2, 5]);
});

it('follows an image that is given by reference', async () => {
  const pointer = contentElements('', 'SELECTED FROM', null, { 0x0040db73: ['UL', [1, 1, 2, 1]] });
  const { regions } = await readWritten(
    folder,
    reportElements([
      groupItem('', '', planarItem('POLYLINE', triangle, pointer)),
      groupItem('', '', imageItem('1.2.2')),
    ]),
    imageStack(2),
  );
  expect(regions.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual(['1.2.2']);
});

it('finds the slice of a region in millimetres by its place', async () => {
  const { regions, leftOut } = await readWritten(
    folder,
    reportElements([
      groupItem('', 'Node', spatialItem('POLYGON', [0, 0, 4, 4, 0, 4, 4, 4, 4, 0, 0, 4])),
      groupItem('', 'Far', spatialItem('POLYGON', [0, 0, 40, 4, 0, 40, 4, 4, 40, 0, 0, 40])),
      groupItem('', 'Ball', spatialItem('ELLIPSOID', Array<number>(18).fill(1))),
    ]),
    imageStack(3),
  );
  expect(regions).toHaveLength(1);
  expect(regions[0]).toMatchObject({
    ...{ sopInstanceUid: '1.2.3', label: 'Node' },
    points: [
      [0.5, 0.5],
      [4.5, 0.5],
      [4.5, 4.5],
    ],
  });
  expect(leftOut).toEqual([
    '1 region left out: the image it refers to is not open; open the series too.',
    '1 ellipsoid left out, as its outline on each slice is not given.',
  ]);
});

it('says what it leaves out: points, open lines, images that are not open, segments', async () => {
  const segment = contentElements('IMAGE', 'CONTAINS', ['DCM', '121191', 'Referenced Segment'], {
    0x00081199: ['SQ', { items: [{ 0x00081155: ['UI', '1.2.66'], 0x0062000b: ['US', [1]] }] }],
  });
  const { regions, leftOut } = await readWritten(
    folder,
    reportElements([
      groupItem('', '', planarItem('POINT', [1, 1], imageItem('1.2.1'))),
      groupItem('', '', planarItem('POLYLINE', [1, 1, 4, 4], imageItem('1.2.1'))),
      groupItem('', '', planarItem('POLYLINE', triangle, imageItem('9.9.9'))),
      groupItem('', '', planarItem('CIRCLE', [1, 1], imageItem('1.2.1'))),
      groupItem('', '', segment),
    ]),
    imageStack(1),
  );
  expect(regions).toEqual([]);
  expect(leftOut).toEqual([
    '1 region left out: the image it refers to is not open; open the series too.',
    '2 drawings left out, as points and open lines enclose no area.',
    '1 region left out, as the numbers make no shape.',
    '1 region given by a segmentation, which is an object of its own.',
  ]);
});

it('says of a report without regions that it has none', async () => {
  const { regions, leftOut } = await readWritten(folder, reportElements([]), imageStack(1));
  expect([regions, leftOut]).toEqual([[], ['The report holds no image regions.']]);
});

it('reads names in the character set of the report', async () => {
  const finding = Buffer.from('Knötchen', 'utf8').toString('latin1');
  const { regions } = await readWritten(
    folder,
    reportElements([groupItem('', finding, planarItem('POLYLINE', triangle, imageItem('1.2.1')))], {
      0x00080005: ['CS', 'ISO_IR 192'],
    }),
    imageStack(1),
  );
  expect(regions[0]!.label).toBe('Knötchen');
});
