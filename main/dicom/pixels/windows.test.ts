import { describe, expect, it } from 'vitest';
import { grey, pixelsOf } from '../testing/pixels';
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

describe('windows', () => {
  it('of the file come first, with their explanations, and one from the values last', async () => {
    const slice = await pixelsOf(grey([0, 100], 16), {
      0x00281050: ['DS', '40\\-600\\1'],
      0x00281051: ['DS', '400\\1500\\0'],
      0x00281055: ['LO', 'SOFT\\LUNG\\BROKEN'],
    });
    expect(slice.windows).toEqual([
      { center: 40, width: 400, explanation: 'SOFT' },
      { center: -600, width: 1500, explanation: 'LUNG' },
      { center: 50, width: 100, explanation: 'From the pixel values', voiLutFunction: 'LINEAR_EXACT' },
    ]);
  });

  it('keep their VOI LUT function, and are left out where it is one that is not applied', async () => {
    const withFunction = async (name: string) =>
      (
        await pixelsOf(grey([0, 100], 16), {
          0x00281050: ['DS', '0.5'],
          0x00281051: ['DS', '0.25'],
          0x00281056: ['CS', name],
        })
      ).windows;
    const exact = { center: 0.5, width: 0.25, explanation: '', voiLutFunction: 'LINEAR_EXACT' };
    expect((await withFunction('LINEAR_EXACT'))[0]).toEqual(exact);
    expect((await withFunction('SIGMOID'))[0]).toEqual({ ...exact, voiLutFunction: 'SIGMOID' });
    expect((await withFunction('VENDOR_OWN')).map(({ explanation }) => explanation)).toEqual([
      'From the pixel values',
    ]);
    // A width below 1 means nothing in LINEAR.
    expect((await withFunction('LINEAR')).map(({ explanation }) => explanation)).toEqual([
      'From the pixel values',
    ]);
  });

  it('from the values show fractions as well as whole numbers', async () => {
    const slice = await pixelsOf(grey([0, 50, 100], 16), { 0x00281053: ['DS', '0.001'] });
    expect(slice.windows[0]!.width).toBeCloseTo(0.1, 6);
  });

  it('from the values leave half a percent out at each end', async () => {
    const values = Array.from({ length: 1000 }, (_, i) => (i === 0 ? 60_000 : 1000 + (i % 100)));
    const [window] = (await pixelsOf(grey(values, 16))).windows;
    expect(window!.center + window!.width / 2).toBeLessThan(1200);
    expect(window!.center - window!.width / 2).toBeGreaterThan(980);
  });

  it('say where low values are white', async () => {
    const inverted = await pixelsOf(grey([1, 2], 16, { photometricInterpretation: 'MONOCHROME1' }));
    expect(inverted.inverted).toBe(true);
    expect(inverted.pixels).toEqual(Int16Array.of(1, 2));
  });

  it.each([
    ['MONOCHROME2', '', false],
    ['MONOCHROME2', 'IDENTITY', false],
    ['MONOCHROME2', 'INVERSE', true],
    ['MONOCHROME1', 'INVERSE', true],
    ['MONOCHROME1', 'IDENTITY', true],
  ])(
    'of %s with the presentation LUT shape "%s": inverted %s',
    async (photometricInterpretation, shape, inverted) => {
      const options = grey([1, 2], 16, { photometricInterpretation });
      expect((await pixelsOf(options, { 0x20500020: ['CS', shape] })).inverted).toBe(inverted);
    },
  );
});
