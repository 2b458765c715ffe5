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
    { name: 'YCbCr', options: ['+eb', '+s4', '+q', '98'] },
    { name: 'YCbCr with shared chroma', options: ['+eb', '+s2', '+q', '98'] },
    { name: 'RGB without a marker that says so', options: ['+eb', '+cr', '+q', '98'] },
  ])('in colour, $name, is what was put in but for the loss', async ({ name, options }) => {
    const slice = await readSlice(encode(name, 3, options), 1);
    expect(slice.samples).toBe(3);
    expect(largestDifference(slice.pixels, picture(3))).toBeLessThan(16);
  });
});
