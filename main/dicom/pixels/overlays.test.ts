import { describe, expect, it } from 'vitest';
import { greyRow, sliceOf } from '../testing/slice';
import type { Elements } from '../testing/write';
import { transferSyntax } from '../transfer-syntax';

const plane = (group: number, more: Elements = {}): Elements => {
  const at = (element: number): number => group * 0x10000 + element;
  const moved = Object.entries(more).map(([element, value]) => [at(Number(element)), value]);
  return {
    [at(0x0010)]: ['US', [2]],
    [at(0x0011)]: ['US', [3]],
    [at(0x0040)]: ['CS', 'G'],
    [at(0x0050)]: ['SS', [1, 1]],
    [at(0x0100)]: ['US', [1]],
    [at(0x0102)]: ['US', [0]],
    ...(Object.fromEntries(moved) as Elements),
  };
};
const data = (...bytes: number[]): Elements => ({ 0x3000: ['OW', Buffer.from(bytes)] });
const image = greyRow([1, 2, 3, 4], 16);
const bitsOf = (...bits: number[]): Uint8Array => Uint8Array.from(bits);

describe('overlay planes', () => {
  it('are unpacked from the lowest bit on, with their place and name', async () => {
    const more: Elements = {
      ...data(0b110_001, 0),
      0x0022: ['LO', 'marks'],
      0x0040: ['CS', 'R'],
      0x0050: ['SS', [-2, 5]],
    };
    const { overlays, pixels } = await sliceOf(image, plane(0x6000, more));
    expect(overlays).toEqual([
      {
        ...{ label: 'marks', type: 'region', rows: 2, columns: 3, origin: [-2, 5] },
        bits: bitsOf(1, 0, 0, 0, 1, 1),
      },
    ]);
    expect(pixels).toEqual(Int16Array.of(1, 2, 3, 4));
  });

  it('may be sixteen, in the order of their groups', async () => {
    const all = Array.from({ length: 16 }, (_, i) =>
      plane(0x6000 + 2 * i, { ...data(1, 0), 0x1500: ['LO', `plane ${i}`] }),
    );
    const { overlays } = await sliceOf(image, Object.assign({}, ...all) as Elements);
    expect(overlays.map(({ label }) => label)).toEqual(all.map((_, i) => `plane ${i}`));
  });

  it('are read from big-endian words', async () => {
    const file = plane(0x6000, data(0, 0b110_001));
    const { overlays } = await sliceOf(greyRow([1], 16, { littleEndian: false }), file, {
      syntax: transferSyntax.explicitBigEndian,
    });
    expect(overlays[0]!.bits).toEqual(bitsOf(1, 0, 0, 0, 1, 1));
  });

  it('of several frames follow each other without a gap, from their first frame of the image on', async () => {
    const frames = greyRow([1, 2, 3, 4], 16, { columns: 1, frames: 4 });
    // Frame 1: 100 011, frame 2: 010 000.
    const many = plane(0x6000, {
      ...data(0b10_110_001, 0b0000),
      0x0015: ['IS', '2'],
      0x0051: ['US', [2]],
    });
    const bits = async (frame: number) =>
      (await sliceOf(frames, many, { frame })).overlays.map((overlay) => overlay.bits);
    expect(await bits(1)).toEqual([]);
    expect(await bits(2)).toEqual([bitsOf(1, 0, 0, 0, 1, 1)]);
    expect(await bits(3)).toEqual([bitsOf(0, 1, 0, 0, 0, 0)]);
    expect(await bits(4)).toEqual([]);
  });

  it('without a number of frames are for every frame', async () => {
    const frames = greyRow([1, 2], 16, { columns: 1, frames: 2 });
    for (const frame of [1, 2])
      expect((await sliceOf(frames, plane(0x6000, data(1, 0)), { frame })).overlays).toHaveLength(1);
  });

  it('may lie in bits of the pixels that no value uses', async () => {
    const options = greyRow([0x8001, 0x0002, 0x1003, 0xffff], 16, { bitsStored: 12 });
    const size: Elements = { 0x0010: ['US', [1]], 0x0011: ['US', [4]], 0x0100: ['US', [16]] };
    const { overlays, pixels } = await sliceOf(options, {
      ...plane(0x6000, { ...size, 0x0102: ['US', [15]] }),
      ...plane(0x6002, { ...size, 0x0102: ['US', [12]] }),
      // A bit of the values themselves is no overlay.
      ...plane(0x6004, { ...size, 0x0102: ['US', [11]] }),
    });
    expect(overlays.map(({ bits }) => bits)).toEqual([bitsOf(1, 0, 0, 1), bitsOf(0, 0, 1, 1)]);
    expect(pixels).toEqual(Int16Array.of(1, 2, 3, 0xfff));
  });

  it('may lie below values that are stored in the high bits', async () => {
    const options = greyRow([0x0011, 0x0020], 16, { bitsStored: 12, highBit: 15 });
    const size: Elements = { 0x0010: ['US', [1]], 0x0011: ['US', [2]], 0x0100: ['US', [16]] };
    const { overlays, pixels } = await sliceOf(options, plane(0x6000, { ...size, 0x0102: ['US', [0]] }));
    expect(overlays[0]!.bits).toEqual(bitsOf(1, 0));
    expect(pixels).toEqual(Int16Array.of(1, 2));
  });

  it('are left out where their data ends too soon, and refused where they claim more than any image has', async () => {
    expect((await sliceOf(image, plane(0x6000, { 0x3000: ['OW', Buffer.alloc(0)] }))).overlays).toEqual([]);
    const vast: Elements = { ...data(1, 0), 0x0010: ['US', [65_535]], 0x0011: ['US', [65_535]] };
    await expect(sliceOf(image, plane(0x6000, vast))).rejects.toThrow('more pixels than can be shown');
  });
});
