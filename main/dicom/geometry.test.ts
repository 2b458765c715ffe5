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
