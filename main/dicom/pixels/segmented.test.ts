import { describe, expect, it } from 'vitest';
import { greyRow, sliceOf } from '../testing/slice';
import type { Elements } from '../testing/write';
import { segmentedEntries } from './segmented';

const wordsOf = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const of16 = (count: number, ...segments: number[]) =>
  segmentedEntries({ count, first: 0, bits: 16 }, wordsOf(...segments));
const of8 = (count: number, ...segments: number[]) =>
  segmentedEntries({ count, first: 0, bits: 8 }, Buffer.from(segments));

describe('segmented palettes', () => {
  it('are made of discrete and linear segments, a linear one from the entry before it', () => {
    expect(of16(6, 0, 2, 7, 100, 1, 4, 500)).toEqual(Uint16Array.of(7, 100, 200, 300, 400, 500));
    expect(of16(4, 0, 1, 1000, 1, 3, 400)).toEqual(Uint16Array.of(1000, 800, 600, 400));
    expect(of8(5, 0, 1, 10, 1, 4, 50)).toEqual(Uint8Array.of(10, 20, 30, 40, 50));
    expect(of16(4, 0, 1, 0, 1, 3, 2)).toEqual(Uint16Array.of(0, 1, 1, 2));
  });

  it('take segments again by their offset in bytes, low part first', () => {
    // At byte 6 lies the linear segment: two indirect ones go on from wherever the table is.
    expect(of16(8, 0, 1, 100, 1, 2, 0, 2, 1, 6, 0, 0, 1, 50, 2, 1, 6, 0)).toEqual(
      Uint16Array.of(100, 50, 0, 0, 0, 50, 25, 0),
    );
  });

  it('take several segments again', () => {
    const twice = [0, 1, 9, 1, 2, 5, 2, 2, 0, 0];
    expect(of16(6, ...twice)).toEqual(Uint16Array.of(9, 7, 5, 9, 7, 5));
    expect(of8(6, 0, 1, 9, 1, 2, 5, 2, 2, 0, 0, 0, 0)).toEqual(Uint8Array.of(9, 7, 5, 9, 7, 5));
  });

  it.each([
    ['too few entries', [0, 2, 1, 2]],
    ['too many entries', [0, 5, 1, 2, 3, 4, 5]],
    ['a line from nothing', [1, 4, 9]],
    ['an unknown segment', [7, 4, 1, 2, 3, 4]],
    ['no length', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['an offset beyond the end', [0, 1, 1, 2, 1, 900, 0]],
    ['an offset within a word', [0, 1, 1, 2, 1, 1, 0]],
    ['an indirect segment that names itself', [0, 1, 1, 2, 1, 6, 0]],
    ['nothing', []],
  ])('are refused with %s', (_name, segments) => {
    expect(of16(4, ...segments)).toBeNull();
  });

  it('colour an image', async () => {
    const descriptor = ['US', [4, 0, 16]] as const;
    const segments = (...values: number[]) => ['OW', wordsOf(...values)] as const;
    const palettes: Elements = {
      0x00281101: descriptor,
      0x00281102: descriptor,
      0x00281103: descriptor,
      0x00281221: segments(0, 1, 0, 1, 3, 0xff00),
      0x00281222: segments(0, 1, 0xff00, 1, 3, 0),
      0x00281223: segments(0, 4, 0, 0x100, 0x200, 0x300),
    };
    const options = greyRow([0, 1, 2, 3, 9], 8, { photometricInterpretation: 'PALETTE COLOR' });
    expect((await sliceOf(options, palettes)).pixels).toEqual(
      // prettier-ignore
      Uint8ClampedArray.of(0, 255, 0,  85, 170, 1,  170, 85, 2,  255, 0, 3,  255, 0, 3),
    );
    await expect(sliceOf(options, { ...palettes, 0x00281221: segments(1, 3, 0xff00) })).rejects.toThrow(
      'no usable colour palette',
    );
  });

  it('of one dark channel among deep ones keep their depth', async () => {
    const descriptor = ['US', [2, 0, 16]] as const;
    const options = greyRow([0, 1], 8, { photometricInterpretation: 'PALETTE COLOR' });
    const dark = await sliceOf(options, {
      ...{ 0x00281101: descriptor, 0x00281102: descriptor, 0x00281103: descriptor },
      ...{ 0x00281201: ['US', [0, 0xffff]], 0x00281202: ['US', [0, 0xff]], 0x00281203: ['US', [0, 0x8000]] },
    });
    expect(dark.pixels).toEqual(Uint8ClampedArray.of(0, 0, 0, 255, 0, 128));
  });
});
