import { expect, it } from 'vitest';
import type { Instance } from '../../../../preload/vocabulary';
import { testFolder } from '../../testing/folder';
import { run } from '../../testing/tools';
import { writeDicom } from '../../testing/write';
import { readObject } from '../index';
import { imageInstance, imageStack } from '../testing/images';
import { readWritten } from '../testing/read';
import { segmentationElements } from '../testing/segmentation';

const folder = testFolder();
const small = { rows: 3, columns: 5 };
const values = (text: string): number[] => [...text].map(Number);
const block = [
  [1, 0],
  [3, 0],
  [3, 2],
  [1, 2],
];

it('reads frames that begin in the middle of a byte, each on the image it names', async () => {
  const { object, regions, leftOut } = await readWritten(
    folder,
    segmentationElements({
      ...small,
      labels: ['Tumour', 'Liver'],
      frames: [
        { segment: 1, values: values('011000110000000'), source: ['1.2.1'] },
        { segment: 2, values: values('000000000000001'), source: ['1.2.2'] },
        { segment: 1, values: values('011000110000001'), source: ['1.2.3'] },
      ],
    }),
    imageStack(3, small),
  );
  expect(object).toMatchObject({ kind: 'SEG', label: 'LUNG' });
  expect(regions.map(({ sopInstanceUid, label }) => [sopInstanceUid, label])).toEqual([
    ['1.2.1', 'Tumour'],
    ['1.2.2', 'Liver'],
    ['1.2.3', 'Tumour'],
    ['1.2.3', 'Tumour'],
  ]);
  expect(regions[0]).toMatchObject({ kind: 'lesion', shape: 'polygon', frame: 1, points: block });
  expect(regions[0]!.origin).toBe('SEG "1 Tumour" of 1.2.66');
  expect(regions[1]!.points).toEqual([
    [4, 2],
    [5, 2],
    [5, 3],
    [4, 3],
  ]);
  expect(leftOut).toEqual([]);
});

it('reads a compressed segmentation of whole bytes, and says from which fraction on', async () => {
  const elements = segmentationElements({
    ...small,
    labels: ['Nodule'],
    type: 'FRACTIONAL',
    maximum: 100,
    frames: [
      { segment: 1, values: [49, 50, 100, 0, 0, 0, 51, 50, ...Array<number>(7).fill(0)], source: ['1.2.1'] },
    ],
  });
  const plain = folder.write('plain.dcm', writeDicom(elements));
  run('dcmcrle', plain, `${plain}.rle`);
  const signal = new AbortController().signal;
  const { regions } = await readObject(`${plain}.rle`, imageStack(1, small), signal);
  expect(regions).toHaveLength(1);
  expect(regions[0]).toMatchObject({ label: 'Nodule (probability ≥ 0.5)', points: block });
});

it('reads the numbers of a label map as segments of their own', async () => {
  const { regions } = await readWritten(
    folder,
    segmentationElements({
      ...small,
      labels: ['Cyst', 'Stone'],
      type: 'LABELMAP',
      frames: [{ segment: 0, values: values('022000220000001'), source: ['1.2.1'] }],
    }),
    imageStack(1, small),
  );
  expect(regions.map(({ label }) => label)).toEqual(['Cyst', 'Stone']);
  expect(regions[1]!.points).toEqual(block);
});

it('finds the slice by its place where a frame names none', async () => {
  const frame = (z: number) =>
    ({ segment: 1, values: values('011000110000000'), position: [0, 0, z] }) as const;
  const { regions, leftOut } = await readWritten(
    folder,
    segmentationElements({ ...small, labels: ['A'], frames: [frame(0), frame(4.4), frame(9)] }),
    imageStack(3, small),
  );
  expect(regions.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual(['1.2.1', '1.2.3']);
  expect(leftOut).toEqual(['1 frame of 3 left out: no open image lies there; open the series too.']);
});

it('shows a segment once on each slice: of thin frames over thick slices the nearest', async () => {
  const frame = (z: number) =>
    ({ segment: 1, values: values('011000110000000'), position: [0, 0, z] }) as const;
  const { regions, leftOut } = await readWritten(
    folder,
    segmentationElements({ ...small, labels: ['A'], frames: [-0.5, 0.25, 0.9].map(frame) }),
    imageStack(1, small),
  );
  expect(regions).toHaveLength(1);
  expect(leftOut).toEqual(['2 frames between two slices left out; on each slice the nearest one is shown.']);
});

it('maps another grid through the patient: half the spacing, shifted', async () => {
  const { regions } = await readWritten(
    folder,
    segmentationElements({
      ...small,
      labels: ['A'],
      spacing: [0.5, 0.5],
      frames: [{ segment: 1, values: values('011000110000000'), position: [3, 2, 0], source: ['1.2.1'] }],
    }),
    imageStack(1),
  );
  // Centre of the first pixel at 3 mm is column 3.5; its edge a quarter of a pixel before.
  expect(regions[0]!.points).toEqual([
    [3.75, 2.25],
    [4.75, 2.25],
    [4.75, 3.25],
    [3.75, 3.25],
  ]);
});

it('keeps to the same pixels of an image that does not say where it lies', async () => {
  const photograph = imageInstance({ ...small, geometry: null, spacing: null, frameOfReferenceUid: '' });
  const elements = segmentationElements({
    ...small,
    labels: ['Naevus'],
    frames: [{ segment: 1, values: values('011000110000000'), source: ['1.2.1'] }],
  });
  expect((await readWritten(folder, elements, [photograph])).regions).toHaveLength(1);
  const larger = await readWritten(folder, elements, [{ ...photograph, columns: 6 }]);
  expect(larger.regions).toEqual([]);
  expect(larger.leftOut).toEqual(['1 frame of 1 left out: no open image lies there; open the series too.']);
});

it('shows a frame that names every image of the series only on the one at its place', async () => {
  const stack = imageStack(3, small);
  const elements = segmentationElements({
    ...small,
    labels: ['A'],
    frames: [{ segment: 1, values: values('011000110000000'), position: [0, 0, 2] }],
  });
  const all = stack.map(({ sopInstanceUid }) => ({
    0x00081155: ['UI', sopInstanceUid] as const,
  }));
  const { regions } = await readWritten(
    folder,
    {
      ...elements,
      0x52009229: [
        'SQ',
        {
          items: [
            {
              0x00089124: ['SQ', { items: [{ 0x00082112: ['SQ', { items: all }] }] }],
              0x00209116: ['SQ', { items: [{ 0x00200037: ['DS', '1\\0\\0\\0\\1\\0'] }] }],
              0x00289110: ['SQ', { items: [{ 0x00280030: ['DS', '1\\1'] }] }],
            },
          ],
        },
      ],
    },
    stack,
  );
  expect(regions.map(({ sopInstanceUid }) => sopInstanceUid)).toEqual(['1.2.2']);
});

it('finds the frame of an image of many frames by number, and by its place', async () => {
  const geometry = (z: number): Instance['geometry'] => ({
    position: [0, 0, z],
    orientation: [1, 0, 0, 0, 1, 0],
  });
  const enhanced = imageInstance({
    ...{ ...small, numberOfFrames: 3, geometry: geometry(0) },
    frameGeometry: [0, 2, 4].map(geometry),
  });
  const { regions } = await readWritten(
    folder,
    segmentationElements({
      ...small,
      labels: ['A', 'B'],
      frames: [
        { segment: 1, values: values('011000110000000'), source: ['1.2.1', 2] },
        { segment: 2, values: values('011000110000000'), position: [0, 0, 4], source: ['1.2.1'] },
      ],
    }),
    [enhanced],
  );
  expect(regions.map(({ label, frame }) => [label, frame])).toEqual([
    ['A', 2],
    ['B', 3],
  ]);
});

it('stops when nobody waits any more', async () => {
  const path = folder.write(
    'stop.dcm',
    writeDicom(
      segmentationElements({
        ...small,
        labels: ['A'],
        frames: [{ segment: 1, values: values('011000110000000'), source: ['1.2.1'] }],
      }),
    ),
  );
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(readObject(path, imageStack(1, small), stopped)).rejects.toThrow('stopped');
});
