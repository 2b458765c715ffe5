import { describe, expect, it } from 'vitest';
import { readHeader } from '../header';
import { bufferSource } from '../source';
import type { ImageOptions } from '../testing/image';
import { imageElements, samplesOf } from '../testing/image';
import type { Elements } from '../testing/write';
import { writeDicom } from '../testing/write';
import { grey, pixelsOf } from '../testing/pixels';
import { readPixels } from './slice';

const ints = (...values: number[]): readonly number[] => values;

describe('stored values', () => {
  it.each([
    ['8 bits', grey([0, 127, 128, 255], 8), [0, 127, 128, 255]],
    ['8 bits signed', grey([0, 127, 128, 255], 8, { signed: true }), [0, 127, -128, -1]],
    ['16 bits', grey([0, 32_768, 65_535, 1], 16), [0, 32_768, 65_535, 1]],
    ['16 bits signed', grey([0, 32_768, 65_535, 1], 16, { signed: true }), [0, -32_768, -1, 1]],
    ['12 of 16 bits', grey([0xf123, 0x0fff], 16, { bitsStored: 12 }), [0x123, 0xfff]],
    ['12 of 16 bits signed', grey([0xf800, 0x07ff], 16, { bitsStored: 12, signed: true }), [-2048, 2047]],
    ['12 high bits of 16', grey([0x123f, 0xfff0], 16, { bitsStored: 12, highBit: 15 }), [0x123, 0xfff]],
    ['32 bits', grey([0, 4_000_000_000], 32), [0, 4_000_000_000]],
    ['32 bits signed', grey([5, -7], 32, { signed: true }), [5, -7]],
  ])('of %s', async (_name, options, expected) => {
    const slice = await pixelsOf(options);
    const fits = expected.every((value) => value === (value << 16) >> 16);
    expect(slice.pixels).toEqual(fits ? Int16Array.from(expected) : Float32Array.from(expected));
    expect([slice.minimum, slice.maximum]).toEqual([
      Math.fround(Math.min(...expected)),
      Math.fround(Math.max(...expected)),
    ]);
  });

  it('whose high bit leaves no room for them are the lowest bits', async () => {
    const odd = await pixelsOf(grey([0x1234, 0xffff], 16, { bitsStored: 12, highBit: 7 }));
    expect(odd.pixels).toEqual(Int16Array.of(0x234, 0xfff));
  });

  it.each(Array.from({ length: 9 }, (_, i) => 8 + i))(
    'of %i bits, signed, with rubbish above them',
    async (bits) => {
      const [least, most] = [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
      const mask = 2 ** bits - 1;
      const values = [least, -1, 0, most].map((value) => (value & mask) | (0xa5a5 & ~mask));
      const slice = await pixelsOf(grey(values, 16, { bitsStored: bits, signed: true }));
      expect(slice.pixels).toEqual(Int16Array.of(least, -1, 0, most));
    },
  );

  it('of one bit, also where a frame begins within a byte', async () => {
    const options = { rows: 1, columns: 3, bitsAllocated: 1, frames: 2, pixels: Buffer.from([0b101_011, 0]) };
    expect((await pixelsOf(options, {}, 1)).pixels).toEqual(Int16Array.of(1, 1, 0));
    expect((await pixelsOf(options, {}, 2)).pixels).toEqual(Int16Array.of(1, 0, 1));
  });

  it('in floating point', async () => {
    const pixels = Buffer.from(Float32Array.of(1.5, -2.25).buffer);
    const elements = imageElements({ rows: 1, columns: 2, bitsAllocated: 32 });
    const file = writeDicom({ ...elements, 0x7fe00008: ['OF', pixels] });
    const slice = await readPixels(await readHeader(bufferSource(file)), 1);
    expect(slice.pixels).toEqual(Float32Array.of(1.5, -2.25));
  });
});

describe('modality values', () => {
  it('of double precision are those of single precision that are nearest', async () => {
    const elements = imageElements({ rows: 1, columns: 3, bitsAllocated: 64 });
    const read = async (...values: number[]) => {
      const pixels = Buffer.from(Float64Array.from(values).buffer);
      const file = writeDicom({ ...elements, 0x7fe00009: ['OD', pixels], 0x00280120: ['US', [7]] });
      return (await readPixels(await readHeader(bufferSource(file)), 1)).pixels;
    };
    expect(await read(0.1, -2.5, 1e30)).toEqual(Float32Array.of(0.1, -2.5, 1e30));
    expect(await read(7, -2, 300)).toEqual(Int16Array.of(7, -2, 300));
  });

  it('come from slope and intercept, in HU for CT', async () => {
    const slice = await pixelsOf(grey([0, 10], 16), {
      0x00080060: ['CS', 'CT'],
      0x00281052: ['DS', '-1024'],
      0x00281053: ['DS', '0.5'],
    });
    expect(slice.pixels).toEqual(Int16Array.of(-1024, -1019));
    expect(slice.unit).toBe('HU');
  });

  it('are in the unit that the file names, or in none', async () => {
    expect((await pixelsOf(grey([1], 16), { 0x00281054: ['LO', 'OD'] })).unit).toBe('OD');
    expect((await pixelsOf(grey([1], 16), { 0x00281054: ['LO', 'US'] })).unit).toBe('');
    expect((await pixelsOf(grey([1], 16))).unit).toBe('');
  });

  it('come from a lookup table, whose ends hold beyond it', async () => {
    const table: Elements = {
      0x00283002: ['US', ints(3, 10, 16)],
      0x00283004: ['LO', 'OD'],
      0x00283006: ['US', ints(100, 200, 400)],
    };
    const slice = await pixelsOf(grey([0, 10, 11, 12, 99], 16), { 0x00283000: ['SQ', { items: [table] }] });
    expect(slice.pixels).toEqual(Int16Array.of(100, 100, 200, 400, 400));
    expect(slice.unit).toBe('OD');
  });

  it('of an enhanced image come from the groups of the frame, else the shared ones', async () => {
    const rescale = (slope: string): Elements => ({
      0x00289145: ['SQ', { items: [{ 0x00281052: ['DS', '1'], 0x00281053: ['DS', slope] }] }],
    });
    const window: Elements = {
      0x00289132: ['SQ', { items: [{ 0x00281050: ['DS', '7'], 0x00281051: ['DS', '9'] }] }],
    };
    const options = grey([1, 2], 16, { columns: 1, frames: 2 });
    const groups: Elements = {
      0x52009229: ['SQ', { items: [{ ...rescale('10'), ...window }] }],
      0x52009230: ['SQ', { items: [{}, rescale('100')] }],
    };
    expect((await pixelsOf(options, groups, 1)).pixels).toEqual(Int16Array.of(11));
    const second = await pixelsOf(options, groups, 2);
    expect(second.pixels).toEqual(Int16Array.of(201));
    expect(second.windows[0]).toEqual({ center: 7, width: 9, explanation: '' });
  });

  it('leave padding out of their extremes', async () => {
    const padded = grey([-2000, -1990, 5, 9], 16, { signed: true });
    const one = await pixelsOf(padded, { 0x00280120: ['SS', [-2000]] });
    expect([one.minimum, one.maximum]).toEqual([-1990, 9]);
    const range = await pixelsOf(padded, { 0x00280120: ['SS', [-2000]], 0x00280121: ['SS', [-1980]] });
    expect([range.minimum, range.maximum]).toEqual([5, 9]);
    expect(range.pixels[0]).toBe(-2000);
  });

  it('leave padding out as it was stored, whatever it is rescaled to', async () => {
    const slice = await pixelsOf(grey([63_536, 0, 1000, 2000], 16), {
      0x00280120: ['US', [63_536]],
      0x00281052: ['DS', '-1024'],
      0x00281053: ['DS', '0.5'],
    });
    expect([slice.minimum, slice.maximum]).toEqual([-1024, -24]);
    expect(slice.pixels[0]).toBe(63_536 / 2 - 1024);
    // 0.5 % and 99.5 % of three values are the least and the most.
    expect(slice.windows[0]).toMatchObject({ center: -524, width: 1000 });
  });

  it('leave padding of floats out, a value or a range', async () => {
    const elements = imageElements({ rows: 1, columns: 4, bitsAllocated: 32 });
    const pixels = Buffer.from(Float32Array.of(-99.5, -98, 1.5, 2).buffer);
    const read = async (more: Elements) => {
      const file = writeDicom({ ...elements, ...more, 0x7fe00008: ['OF', pixels] });
      return (await readPixels(await readHeader(bufferSource(file)), 1)).minimum;
    };
    expect(await read({ 0x00280122: ['FL', [-99.5]] })).toBe(-98);
    expect(await read({ 0x00280122: ['FL', [-99.5]], 0x00280124: ['FL', [-90]] })).toBe(1.5);
    expect(await read({ 0x00280123: ['FD', [-99.5]] })).toBe(-99.5);
  });

  it('are whole numbers of 16 bits where each of them is, and single precision where one is not', async () => {
    const kind = async (values: number[], slope: string, intercept: string) =>
      (await pixelsOf(grey(values, 16), { 0x00281052: ['DS', intercept], 0x00281053: ['DS', slope] })).pixels;
    expect(await kind([0, 2], '0.5', '-1')).toEqual(Int16Array.of(-1, 0));
    expect(await kind([0, 1], '0.5', '-1')).toEqual(Float32Array.of(-1, -0.5));
    expect(await kind([0, 65_535], '1', '-32768')).toEqual(Int16Array.of(-32_768, 32_767));
    expect(await kind([0, 65_535], '1', '-32767')).toEqual(Float32Array.of(-32_767, 32_768));
    // 30 × 0.1 is 3.0000000000000004, which single precision knows as 3.
    expect(await kind([10, 30], '0.1', '0')).toEqual(Int16Array.of(1, 3));
  });
});

describe('colour', () => {
  const colour = (values: number[], more: Partial<ImageOptions> = {}): ImageOptions => ({
    ...{ rows: 1, columns: 2, bitsAllocated: 8, samples: 3, pixels: samplesOf(values, 8) },
    ...more,
  });

  it('by pixel and by plane', async () => {
    expect((await pixelsOf(colour([1, 2, 3, 4, 5, 6]))).pixels).toEqual(
      Uint8ClampedArray.of(1, 2, 3, 4, 5, 6),
    );
    const planes = await pixelsOf(colour([1, 4, 2, 5, 3, 6]), { 0x00280006: ['US', [1]] });
    expect(planes.pixels).toEqual(Uint8ClampedArray.of(1, 2, 3, 4, 5, 6));
    expect(planes.windows).toEqual([]);
  });

  it('from luminance and chroma', async () => {
    const ybr = colour([76, 85, 255, 149, 43, 21], { photometricInterpretation: 'YBR_FULL' });
    expect((await pixelsOf(ybr)).pixels).toEqual(Uint8ClampedArray.of(254, 0, 0, 0, 255, 0));
  });

  it('from chroma shared by two pixels', async () => {
    const shared = colour([76, 100, 128, 128], { photometricInterpretation: 'YBR_FULL_422' });
    expect((await pixelsOf(shared)).pixels).toEqual(Uint8ClampedArray.of(76, 76, 76, 100, 100, 100));
  });

  it('from a palette of 16 bits', async () => {
    const options = grey([0, 2, 9], 8, { photometricInterpretation: 'PALETTE COLOR' });
    const palette = (...entries: number[]): readonly [string, readonly number[]] => ['US', entries];
    const slice = await pixelsOf(options, {
      0x00281101: palette(3, 0, 16),
      0x00281102: palette(3, 0, 16),
      0x00281103: palette(3, 0, 16),
      0x00281201: palette(0, 0x1000, 0xff00),
      0x00281202: palette(0x0100, 0x2000, 0x8000),
      0x00281203: palette(0xffff, 0x3000, 0),
    });
    expect(slice.pixels).toEqual(Uint8ClampedArray.of(0, 1, 255, 255, 128, 0, 255, 128, 0));
    expect(slice.photometricInterpretation).toBe('PALETTE COLOR');
  });

  it('of 32 bits is shown by its upper eight', async () => {
    const pixels = samplesOf([0xffffffff, 0x80000000, 0x01ffffff], 32);
    const deep = { rows: 1, columns: 1, samples: 3, bitsAllocated: 32, pixels } as const;
    expect((await pixelsOf(deep)).pixels).toEqual(Uint8ClampedArray.of(255, 128, 1));
  });

  it('of 12 of 16 bits is shown by the upper eight of them', async () => {
    const pixels = samplesOf([0xfff, 0x800, 0xf01f], 16);
    const deep = { rows: 1, columns: 1, samples: 3, bitsStored: 12, pixels } as const;
    expect((await pixelsOf(deep)).pixels).toEqual(Uint8ClampedArray.of(255, 128, 1));
  });

  it('from luminance and chroma, plane by plane', async () => {
    const planes = colour([76, 149, 85, 43, 255, 21], { photometricInterpretation: 'YBR_FULL' });
    expect((await pixelsOf(planes, { 0x00280006: ['US', [1]] })).pixels).toEqual(
      Uint8ClampedArray.of(254, 0, 0, 0, 255, 0),
    );
  });

  it.each(['YBR_PARTIAL_420', 'CMYK', 'ARGB'])(
    'as %s is refused in a sentence',
    async (photometricInterpretation) => {
      await expect(pixelsOf(colour([1, 2, 3, 4, 5, 6], { photometricInterpretation }))).rejects.toThrow(
        `photometric interpretation "${photometricInterpretation}", which cannot be shown`,
      );
    },
  );

  it('of 16 bits is shown by its upper eight', async () => {
    const deep = {
      rows: 1,
      columns: 1,
      samples: 3,
      pixels: samplesOf([0xff00, 0x8000, 0x00ff], 16),
    } as const;
    expect((await pixelsOf(deep)).pixels).toEqual(Uint8ClampedArray.of(255, 128, 0));
  });
});
