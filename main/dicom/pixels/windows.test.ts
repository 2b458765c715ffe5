import { expect, it } from 'vitest';
import { readHeader } from '../header';
import { bufferSource } from '../source';
import { imageElements, samplesOf } from '../testing/image';
import { writeDicom } from '../testing/write';
import { fileWindows } from './windows';

it('a window that a file gives twice is listed once, one with another name again', async () => {
  const options = { rows: 1, columns: 2, pixels: samplesOf([6, 7], 16) };
  const file = writeDicom(
    imageElements(options, {
      0x00281050: ['DS', '40\\40\\40'],
      0x00281051: ['DS', '100\\100\\100'],
      0x00281055: ['LO', 'Brain\\Brain\\Stroke'],
    }),
  );
  const { dataSet } = await readHeader(bufferSource(file));
  const looked = { signed: false, belowZero: false };
  expect(fileWindows(dataSet, 1, looked).map(({ explanation }) => explanation)).toEqual(['Brain', 'Stroke']);
});
