import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSlice } from '../read-slice';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { rawPixels, run } from '../testing/tools';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const [rows, columns] = [40, 56];

/** A smooth picture of the given number of samples a pixel, each its own wave. */
function picture(samples: 1 | 3): number[] {
  return Array.from({ length: rows * columns * samples }, (_, i) => {
    const pixel = Math.floor(i / samples);
    const [row, column, sample] = [Math.floor(pixel / columns), pixel % columns, i % samples];
    return Math.round(128 + 60 * Math.sin(row / (6 + sample)) + 60 * Math.cos(column / (9 - sample)));
  });
}

function encode(name: string, samples: 1 | 3, options: readonly string[]): string {
  const pixels = samplesOf(picture(samples), 8);
  const plain = folder.write(
    'plain.dcm',
    writeDicom(imageElements({ rows, columns, bitsAllocated: 8, samples, pixels })),
  );
  const encoded = join(folder.path, `${name}.dcm`);
  run('dcmcjpeg', ...options, plain, encoded);
  return encoded;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}

describe('lossy JPEG', () => {
  it.each([
    { name: 'baseline', options: ['+eb'] },
    { name: 'extended', options: ['+ee'] },
  ])('$name is decoded to the bit as dcmtk decodes it', async ({ name, options }) => {
    const encoded = encode(name, 1, options);
    const plain = `${encoded}.raw`;
    run('dcmdjpeg', encoded, plain);
    const slice = await readSlice(encoded, 1);
    expect(largestDifference(slice.pixels, rawPixels(plain))).toBe(0);
  });

  it.each([
    { name: 'YCbCr', options: ['+eb', '+s4'] },
    { name: 'YCbCr, chroma for two pixels', options: ['+eb', '+s2'] },
    { name: 'YCbCr, chroma for two pixels, said to be whole', options: ['+eb', '+n2'] },
    { name: 'YCbCr, chroma for four pixels', options: ['+eb', '+n1'] },
    { name: 'YCbCr, chroma for four pixels, said to be for two', options: ['+eb', '+np'] },
    { name: 'RGB without a marker that says so', options: ['+eb', '+cr'] },
    { name: 'progressive', options: ['+ep', '+s2'] },
    { name: 'spectral selection', options: ['+es', '+s2'] },
  ])('in colour, $name, is decoded to the bit as dcmtk decodes it', async ({ name, options }) => {
    const encoded = encode(name, 3, [...options, '+q', '90']);
    const plain = `${encoded}.raw`;
    run('dcmdjpeg', encoded, plain);
    const slice = await readSlice(encoded, 1);
    expect(slice.samples).toBe(3);
    expect(largestDifference(slice.pixels, rawPixels(plain))).toBe(0);
    expect(largestDifference(slice.pixels, picture(3))).toBeLessThan(40);
  });
});

describe('lossless JPEG with a point transform', () => {
  it.each([1, 4])('that drops %i bits is decoded as dcmtk decodes it', async (bits) => {
    const encoded = encode('point', 1, ['+el', '+sv', '4', '+pt', String(bits)]);
    const plain = `${encoded}.raw`;
    run('dcmdjpeg', encoded, plain);
    expect(largestDifference((await readSlice(encoded, 1)).pixels, rawPixels(plain))).toBe(0);
  });
});

describe('near-lossless JPEG-LS', () => {
  it.each([
    { samples: 1, options: [] },
    { samples: 3, options: ['+il'] },
    { samples: 3, options: ['+is'] },
    { samples: 3, options: ['+in'] },
  ] as const)('of $samples samples $options is decoded as dcmtk decodes it', async ({ samples, options }) => {
    const pixels = samplesOf(picture(samples), 8);
    const kind = { rows, columns, bitsAllocated: 8, samples, pixels };
    const plain = folder.write('plain.dcm', writeDicom(imageElements(kind)));
    const encoded = join(folder.path, 'near.dcm');
    run('dcmcjpls', '+en', '+md', '3', ...options, plain, encoded);
    run('dcmdjpls', '+px', encoded, plain);
    const slice = await readSlice(encoded, 1);
    expect(largestDifference(slice.pixels, rawPixels(plain))).toBe(0);
    expect(largestDifference(slice.pixels, picture(samples))).toBe(3);
  });
});

describe('irreversible JPEG 2000', () => {
  it.each([1, 3] as const)('of %i samples is decoded as gdcm decodes it', async (samples) => {
    const pixels = samplesOf(picture(samples), 8);
    const kind = { rows, columns, bitsAllocated: 8, samples, pixels };
    const plain = folder.write('plain.dcm', writeDicom(imageElements(kind)));
    const encoded = join(folder.path, 'irreversible.dcm');
    run('gdcmconv', '--j2k', '--lossy', '-q', '20', plain, encoded);
    run('gdcmconv', '--raw', encoded, plain);
    const slice = await readSlice(encoded, 1);
    expect(largestDifference(slice.pixels, rawPixels(plain))).toBe(0);
    expect(largestDifference(slice.pixels, picture(samples))).toBeGreaterThan(0);
  });
});
