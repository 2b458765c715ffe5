import { expect, it } from 'vitest';
import { planeOf } from '../../../../renderer/picture/plane';
import { testFolder } from '../../testing/folder';
import { imageElements, samplesOf } from '../../testing/image';
import { imageInstance, imageStack } from '../testing/images';
import { mapElements } from '../testing/parametric-map';
import { readWritten } from '../testing/read';
import { resampled } from './resample';

const folder = testFolder();
const small = { rows: 2, columns: 3 };

it('reads floats as real-world values on the images they name, with quantity and unit', async () => {
  const { object, maps, leftOut } = await readWritten(
    folder,
    mapElements({
      ...small,
      slope: 2,
      intercept: 0.5,
      frames: [
        { values: [0, 1, 2, 3, 4, 5.25], source: '1.2.1' },
        { values: [0, 0, 0, 0, 0, 1], source: '1.2.2' },
      ],
    }),
    imageStack(2, small),
  );
  expect(object).toMatchObject({ kind: 'PARAMETRIC MAP', label: 'PERFUSION' });
  expect(maps).toHaveLength(2);
  expect(maps[0]).toEqual({
    ...{ sopInstanceUid: '1.2.1', frame: 1, quantity: 'Cerebral blood flow', unit: 'ml/(100.g.min)' },
    map: { ...small, values: Float32Array.of(0.5, 2.5, 4.5, 6.5, 8.5, 11), peak: 11 },
  });
  expect(leftOut).toEqual([]);
});

it('reads doubles by their place, and says which values a heat map cannot show', async () => {
  const { maps, leftOut } = await readWritten(
    folder,
    mapElements({
      ...small,
      double: true,
      frames: [{ values: [-1, NaN, 2, -0.5, 4, 1e31], position: [0, 0, 2.5] }],
    }),
    imageStack(3, small),
  );
  expect(maps[0]).toMatchObject({ sopInstanceUid: '1.2.2', map: { peak: 4 } });
  expect([...maps[0]!.map.values]).toEqual([0, 0, 2, 0, 4, 0]);
  expect(leftOut).toEqual([
    '2 negative values set to 0: a heat map shows what lies above it.',
    '2 pixels without a value set to 0.',
  ]);
});

it('reads whole numbers without a mapping as stored, and says so', async () => {
  const elements = imageElements(
    { ...small, pixels: samplesOf([1, 2, 3, 4, 5, 60_000], 16) },
    {
      0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.30'],
      0x00200032: ['DS', '0\\0\\0'],
      0x00200037: ['DS', '1\\0\\0\\0\\1\\0'],
      0x00200052: ['UI', '1.9'],
      0x00280030: ['DS', '1\\1'],
    },
  );
  const { maps, leftOut } = await readWritten(folder, elements, imageStack(1, small));
  expect([...maps[0]!.map.values]).toEqual([1, 2, 3, 4, 5, 60_000]);
  expect(leftOut).toEqual(['No real-world values are given: stored values are shown.']);
});

it('is resampled to the pixels of its image where they differ', async () => {
  const image = imageInstance({
    ...{ rows: 4, columns: 6, spacing: { row: 0.5, column: 0.5, kind: 'patient' } },
    geometry: { position: [-0.25, -0.25, 0], orientation: [1, 0, 0, 0, 1, 0] },
  });
  const { maps } = await readWritten(
    folder,
    mapElements({ ...small, frames: [{ values: [0, 4, 8, 0, 4, 8], position: [0, 0, 0] }] }),
    [image],
  );
  expect(maps[0]!.map).toMatchObject({ rows: 4, columns: 6, peak: 8 });
  // Centres of the fine pixels lie a quarter and three quarters of the way between those of the coarse ones.
  for (const row of [0, 1, 2, 3])
    expect([...maps[0]!.map.values.subarray(row * 6, row * 6 + 6)]).toEqual([0, 1, 3, 5, 7, 8]);
});

it('resamples across a turned grid: rows become columns, and beyond the pixels there is nothing', () => {
  const from = {
    ...small,
    plane: planeOf({ position: [0, 0, 0], orientation: [1, 0, 0, 0, 1, 0] }, { row: 1, column: 1 }),
  };
  const to = {
    rows: 4,
    columns: 2,
    plane: planeOf({ position: [0, 0, 0], orientation: [0, 1, 0, 1, 0, 0] }, { row: 1, column: 1 }),
  };
  expect([...resampled(Float32Array.of(1, 2, 3, 4, 5, 6), from, to)]).toEqual([1, 4, 2, 5, 3, 6, 0, 0]);
});
