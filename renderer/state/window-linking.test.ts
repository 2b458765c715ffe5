import { expect, it } from 'vitest';
import type { Series, Slice, Window } from '../../preload/vocabulary';
import { type Windowed, windowInStep, windowStep } from './window-linking';

const windowed = (
  seriesInstanceUid: string,
  modality: string,
  unit: string,
  own: Window = { center: 100, width: 200, explanation: '' },
  samples: 1 | 3 = 1,
): Windowed => ({
  series: { seriesInstanceUid, modality } as Series,
  slice: { samples, unit, windows: [own] } as unknown as Slice,
});

const bone: Window = { center: 480, width: 2500, explanation: 'Bone' };

it('is the same where the numbers mean the same', () => {
  expect(windowInStep(bone, windowed('a', 'CT', 'HU'), windowed('b', 'CT', 'HU'))).toBe(bone);
  expect(windowInStep(bone, windowed('a', 'MR', ''), windowed('a', 'MR', ''))).toBe(bone);
  expect(windowInStep(null, windowed('a', 'CT', 'HU'), windowed('b', 'CT', 'HU'))).toBeNull();
});

it('does not carry over to another modality, another unit, or colour', () => {
  const ct = windowed('a', 'CT', 'HU');
  for (const other of [
    windowed('b', 'MR', 'HU'),
    windowed('b', 'CT', ''),
    windowed('b', 'CT', 'HU', bone, 3),
  ]) {
    expect(windowInStep(bone, ct, other)).toBeUndefined();
    expect(windowStep(ct, other)).toHaveProperty('why');
  }
});

it('changes each own window in proportion where numbers have no unit', () => {
  const [t1, t2] = [
    windowed('a', 'MR', '', { center: 100, width: 200, explanation: '' }),
    windowed('b', 'MR', '', { center: 600, width: 1000, explanation: '' }),
  ];
  const brighter: Window = { center: 80, width: 100, explanation: '' };
  expect(windowInStep(brighter, t1, t2)).toMatchObject({ center: 500, width: 500 });
  expect(windowInStep({ ...brighter, width: 0.1 }, t1, t2)).toMatchObject({ width: 1 });
  expect(windowInStep(null, t1, t2)).toBeNull();
});

it('leaves a look-up table to the slice it belongs to', () => {
  const lut = { first: 0, bits: 8, entries: new Uint16Array(2) };
  expect(windowInStep({ ...bone, lut }, windowed('a', 'MR', ''), windowed('b', 'MR', ''))).toBeUndefined();
});
