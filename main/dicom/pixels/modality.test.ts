import { expect, it } from 'vitest';
import { readHeader } from '../header';
import { bufferSource } from '../source';
import { imageElements, samplesOf } from '../testing/image';
import type { Elements } from '../testing/write';
import { writeDicom } from '../testing/write';
import type { DecodedSlice } from './slice';
import { readPixels } from './slice';

async function sixAndSeven(more: Elements): Promise<DecodedSlice> {
  const options = { rows: 1, columns: 2, pixels: samplesOf([6, 7], 16) };
  return readPixels(await readHeader(bufferSource(writeDicom(imageElements(options, more)))), 1);
}

it('scales a dose by its grid, in Gy where it says so', async () => {
  const dose = { 0x00080060: ['CS', 'RTDOSE'], 0x3004000e: ['DS', '0.5'] } as const;
  const pixels = Float32Array.of(3, 3.5);
  expect(await sixAndSeven({ ...dose, 0x30040002: ['CS', 'GY'] })).toMatchObject({ unit: 'Gy', pixels });
  expect(await sixAndSeven({ ...dose, 0x30040002: ['CS', 'RELATIVE'] })).toMatchObject({ unit: '', pixels });
});

it('refuses a dose whose grid has no scale', async () => {
  const dose = { 0x00080060: ['CS', 'RTDOSE'], 0x3004000e: ['DS', '0'] } as const;
  await expect(sixAndSeven(dose)).rejects.toThrow(/has a DoseGridScaling of "0"/);
});

it('gives PET in the units that it names', async () => {
  const pet = { 0x00080060: ['CS', 'PT'], 0x00541001: ['CS', 'BQML'], 0x00281053: ['DS', '2'] } as const;
  expect(await sixAndSeven(pet)).toMatchObject({ unit: 'BQML', pixels: Int16Array.of(12, 14) });
});
