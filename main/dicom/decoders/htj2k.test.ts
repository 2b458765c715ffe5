import { describe, expect, it } from 'vitest';
import { readSlice } from '../read-slice';
import { difference } from '../testing/compare';
import { testFolder } from '../testing/folder';
import type { Htj2kOptions } from '../testing/htj2k';
import { encodeHtj2k } from '../testing/htj2k';
import { imageElements } from '../testing/image';
import { waves } from '../testing/waves';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const size = { rows: 37, columns: 53 };
const [lossless, rpcl, lossy] = [201, 202, 203].map((last) => `1.2.840.10008.1.2.4.${last}`);

function fileOf(stream: Buffer, options: Htj2kOptions, syntax = lossless, frames = [stream]): string {
  const { bits, signed = false, samples = 1 } = options;
  const kind = { bitsAllocated: bits > 8 ? 16 : 8, bitsStored: bits, signed, samples };
  const pixels = { 0x7fe00010: ['OB', { offsets: [], fragments: frames }] } as const;
  return folder.write('frame.dcm', writeDicom(imageElements({ ...size, ...kind }, pixels), syntax));
}

async function differenceOf(options: Omit<Htj2kOptions, 'rows' | 'columns'>, syntax = lossless) {
  const whole = { ...size, ...options };
  const values = waves(
    size.rows * size.columns * (options.samples ?? 1),
    options.bits,
    options.signed ?? false,
  );
  const slice = await readSlice(fileOf(await encodeHtj2k(values, whole), whole, syntax), 1);
  return difference(slice.pixels, values);
}

describe('HTJ2K gives every value back', () => {
  const kinds = [1, 7, 8, 10, 12, 15, 16].flatMap((bits) =>
    (bits === 1 ? [false] : [false, true]).map((signed) => ({ bits, signed })),
  );
  it.each(kinds)('of $bits bits, signed $signed', async (kind) => {
    expect(await differenceOf(kind)).toBe('');
  });

  it.each([true, false])('of colour, transformed %s', async (transform) => {
    expect(await differenceOf({ bits: 8, samples: 3, transform })).toBe('');
  });

  it.each([0, 1, 2, 3, 4])('in progression order %i', async (progression) => {
    expect(await differenceOf({ bits: 12, progression }, progression === 2 ? rpcl : lossless)).toBe('');
  });

  it('in tiles', async () => {
    expect(await differenceOf({ bits: 12, tile: 16 })).toBe('');
  });
});

describe('HTJ2K that loses something', () => {
  it.each([1, 3] as const)('with %i samples is close to what was put in', async (samples) => {
    const options = { ...size, bits: 8, samples, lossless: false };
    const values = waves(size.rows * size.columns * samples, 8, false);
    const slice = await readSlice(fileOf(await encodeHtj2k(values, options), options, lossy), 1);
    const off = values.map((value, i) => Math.abs(value - slice.pixels[i]!));
    expect(off).toHaveLength(slice.pixels.length);
    expect(Math.max(...off)).toBeLessThan(4);
  });
});

describe('HTJ2K that is not as it should be is refused', () => {
  const options = { ...size, bits: 12 };
  const stream = encodeHtj2k(waves(size.rows * size.columns, 12, false), options);

  it.each([1, 2, 10, 0.5, 0.9])('cut off by %d', async (cut) => {
    const whole = await stream;
    const length = cut < 1 ? Math.floor(whole.length * cut) : whole.length - cut;
    const file = fileOf(whole.subarray(0, length), options);
    await expect(readSlice(file, 1)).rejects.toThrow('frame.dcm could not be decoded (HTJ2K: ');
  });

  it('where tiles are missing', async () => {
    const whole = await encodeHtj2k(waves(size.rows * size.columns, 12, false), { ...options, tile: 16 });
    const last = whole.lastIndexOf(Buffer.of(0xff, 0x90));
    const file = fileOf(Buffer.concat([whole.subarray(0, last), Buffer.of(0xff, 0xd9)]), options);
    await expect(readSlice(file, 1)).rejects.toThrow('11 tiles where 12 are needed');
  });

  it('where it is of another part', async () => {
    const other = Buffer.from(await stream);
    other.writeUInt32BE(0, other.indexOf(Buffer.of(0xff, 0x50)) + 4);
    await expect(readSlice(fileOf(other, options), 1)).rejects.toThrow('the stream is not of Part 15');
  });

  it('where the header says another size', async () => {
    const file = fileOf(await stream, { ...options, bits: 8 });
    await expect(readSlice(file, 1)).rejects.toThrow('12 bits a sample in 8 allocated');
  });
});
