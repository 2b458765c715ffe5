import { describe, expect, it } from 'vitest';
import { describeImage } from './describe';
import { readHeader } from './header';
import { bufferSource } from './source';
import { imageElements } from './testing/image';
import type { Elements } from './testing/write';
import { writeDicom } from './testing/write';

async function instanceOf(more: Elements): Promise<ReturnType<typeof describeImage>['instance']> {
  const file = writeDicom(imageElements({ rows: 2, columns: 2 }, more));
  return describeImage(await readHeader(bufferSource(file)), '/somewhere/file.dcm').instance;
}

describe('pixel spacing', () => {
  it.each<[string, Elements, object | null]>([
    ['at the patient', { 0x00280030: ['DS', '0.5\\0.25'] }, { row: 0.5, column: 0.25, kind: 'patient' }],
    ['at the detector', { 0x00181164: ['DS', '0.2\\0.2'] }, { row: 0.2, column: 0.2, kind: 'detector' }],
    [
      'at the detector where both are equal',
      { 0x00181164: ['DS', '0.2\\0.2'], 0x00280030: ['DS', '0.20\\0.20'] },
      { row: 0.2, column: 0.2, kind: 'detector' },
    ],
    [
      'at the patient where it was calibrated',
      { 0x00181164: ['DS', '0.2\\0.2'], 0x00280030: ['DS', '0.15\\0.15'] },
      { row: 0.15, column: 0.15, kind: 'patient' },
    ],
    ['as an aspect only', { 0x00280034: ['IS', '4\\3'] }, { row: 4, column: 3, kind: 'aspect' }],
    ['not at all', { 0x00280030: ['DS', '0\\0'] }, null],
  ])('is known %s', async (_name, more, expected) => {
    expect((await instanceOf(more)).spacing).toEqual(expected);
  });
});

describe('geometry', () => {
  it('comes from the functional groups of an enhanced image', async () => {
    const { geometry, sliceThickness, spacing } = await instanceOf({
      0x52009229: [
        'SQ',
        {
          items: [
            {
              0x00209116: ['SQ', { items: [{ 0x00200037: ['DS', '1\\0\\0\\0\\1\\0'] }] }],
              0x00289110: ['SQ', { items: [{ 0x00180050: ['DS', '3'], 0x00280030: ['DS', '1\\2'] }] }],
            },
          ],
        },
      ],
      0x52009230: ['SQ', { items: [{ 0x00209113: ['SQ', { items: [{ 0x00200032: ['DS', '1\\2\\3'] }] }] }] }],
    });
    expect(geometry).toEqual({ position: [1, 2, 3], orientation: [1, 0, 0, 0, 1, 0] });
    expect(sliceThickness).toBe(3);
    expect(spacing).toEqual({ row: 1, column: 2, kind: 'patient' });
  });

  it('is not known where it cannot be', async () => {
    const words = { 0x00200032: ['DS', '0\\x\\0'], 0x00200037: ['DS', '1\\0\\0\\0\\1\\0'] } as const;
    expect((await instanceOf(words)).geometry).toBeNull();
    const flat = { 0x00200032: ['DS', '0\\0\\0'], 0x00200037: ['DS', '1\\0\\0\\1\\0\\0'] } as const;
    expect((await instanceOf(flat)).geometry).toBeNull();
  });

  it('goes with letters, laterality and frame rate', async () => {
    const instance = await instanceOf({
      0x00200020: ['CS', 'A\\F'],
      0x00200062: ['CS', 'R'],
      0x00181063: ['DS', '40'],
      0x00282110: ['CS', '01'],
    });
    expect(instance).toMatchObject({
      patientOrientation: ['A', 'F'],
      laterality: 'R',
      frameRate: 25,
      lossy: true,
    });
  });
});

describe('geometry of frames', () => {
  const plane = (z: number): Elements => ({
    0x00209113: ['SQ', { items: [{ 0x00200032: ['DS', `0\\0\\${z}`] }] }],
  });
  const groups = (...heights: number[]): Elements => ({
    0x00280008: ['IS', String(heights.length)],
    0x52009229: [
      'SQ',
      { items: [{ 0x00209116: ['SQ', { items: [{ 0x00200037: ['DS', '1\\0\\0\\0\\1\\0'] }] }] }] },
    ],
    0x52009230: ['SQ', { items: heights.map(plane) }],
    0x7fe00010: ['OW', Buffer.alloc(8 * heights.length)],
  });
  const heightsOf = async (more: Elements): Promise<(number | undefined)[] | undefined> =>
    (await instanceOf(more)).frameGeometry?.map((geometry) => geometry?.position[2]);

  it('is told where it differs, and only there', async () => {
    expect(await heightsOf(groups(1, 2.5, 4))).toEqual([1, 2.5, 4]);
    expect((await instanceOf(groups(1, 1))).frameGeometry).toBeNull();
    expect((await instanceOf({ 0x00200032: ['DS', '0\\0\\7'] })).frameGeometry).toBeNull();
  });

  it('of a dose follows its grid, from the first frame or as heights', async () => {
    const dose = (offsets: string, orientation = '1\\0\\0\\0\\1\\0'): Elements => ({
      0x00200032: ['DS', '0\\0\\10'],
      0x00200037: ['DS', orientation],
      0x00280008: ['IS', '3'],
      0x3004000c: ['DS', offsets],
      0x7fe00010: ['OW', Buffer.alloc(24)],
    });
    expect(await heightsOf(dose('0\\2\\5'))).toEqual([10, 12, 15]);
    expect(await heightsOf(dose('0\\2\\5', '1\\0\\0\\0\\-1\\0'))).toEqual([10, 8, 5]);
    expect(await heightsOf(dose('10\\12\\15'))).toEqual([10, 12, 15]);
    expect(await heightsOf(dose('0\\2'))).toBeUndefined();
  });
});

describe('the frame rate', () => {
  it.each<[string, Elements, number | null]>([
    ['as recommended', { 0x00082144: ['IS', '15'], 0x00181063: ['DS', '100'] }, 15],
    ['as acquired', { 0x00180040: ['IS', '30'] }, 30],
    ['from the time between frames', { 0x00181063: ['DS', '40'] }, 25],
    ['from the mean of uneven times', { 0x00181065: ['DS', '0\\30\\50\\40'] }, 25],
    ['not where there is none', { 0x00181065: ['DS', '0'], 0x00180040: ['IS', '0'] }, null],
  ])('is known %s', async (_name, more, expected) => {
    expect((await instanceOf(more)).frameRate).toBe(expected);
  });
});
