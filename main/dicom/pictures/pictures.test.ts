import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { indexPaths } from '../index-paths';
import { readSlice } from '../read-slice';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { run } from '../testing/tools';
import { writeDicom } from '../testing/write';

const folder = testFolder();

function png(data: readonly number[], width: number, options: object): Buffer {
  const image = new PNG({ width, height: 1 });
  const deep = (options as { bitDepth?: number }).bitDepth === 16;
  const bytes = deep ? Buffer.from(Uint16Array.from(data).buffer) : Buffer.from(data);
  image.data = bytes;
  return PNG.sync.write(image, options);
}

describe('PNG', () => {
  it('in colour keeps its samples and leaves transparency out', async () => {
    const bytes = png([1, 2, 3, 255, 200, 100, 50, 0], 2, { colorType: 6 });
    const slice = await readSlice(folder.write('colour.png', bytes), 1);
    expect(slice).toMatchObject({ rows: 1, columns: 2, samples: 3, frame: 1, windows: [] });
    expect(slice.pixels).toEqual(Uint8ClampedArray.of(1, 2, 3, 200, 100, 50));
  });

  it('in grey keeps all 16 bits', async () => {
    const deep = png([258, 258, 258, 65_535, 65_535, 65_535, 65_535, 65_535], 2, {
      colorType: 0,
      inputColorType: 6,
      bitDepth: 16,
    });
    const slice = await readSlice(folder.write('deep.png', deep), 1);
    expect(slice.pixels).toEqual(Float32Array.of(258, 65_535));
    expect(slice.windows).toHaveLength(1);
  });

  it('that is damaged or absurd is refused in a sentence', async () => {
    const whole = png([1, 2, 3, 255, 4, 5, 6, 255], 2, { colorType: 2 });
    const cut = folder.write('cut.png', whole.subarray(0, whole.length - 20));
    await expect(readSlice(cut, 1)).rejects.toThrow(/^cut\.png could not be decoded \(PNG: /);
    const vast = Buffer.from(whole);
    vast.writeUInt32BE(1_000_000, 16);
    const { unreadable } = await indexPaths([folder.write('vast.png', vast)]);
    expect(unreadable[0]!.reason).toMatch(/^vast\.png says it has 1 × 1000000 pixels, which cannot be shown/);
  });
});

describe('JPEG', () => {
  const [rows, columns] = [16, 24];

  function jpegFile(samples: 1 | 3): string {
    const values = Array.from({ length: rows * columns * samples }, (_, i) => 40 + 60 * (i % samples));
    const pixels = samplesOf(values, 8);
    const elements = imageElements({ rows, columns, bitsAllocated: 8, samples, pixels });
    const plain = folder.write('plain.dcm', writeDicom(elements));
    const path = join(folder.path, `${samples}.jpg`);
    run('dcmj2pnm', '+oj', '+Jq', '100', '--no-windowing', plain, path);
    return path;
  }

  it('in grey and in colour is decoded', async () => {
    const grey = await readSlice(jpegFile(1), 1);
    expect([grey.samples, grey.rows, grey.columns, grey.minimum, grey.maximum]).toEqual([
      1,
      rows,
      columns,
      40,
      40,
    ]);
    const colour = await readSlice(jpegFile(3), 1);
    expect(colour.samples).toBe(3);
    [40, 100, 160].forEach((value, i) => expect(Math.abs(colour.pixels[i]! - value)).toBeLessThan(3));
  });

  it('that is cut off is refused in a sentence', async () => {
    const whole = readFileSync(jpegFile(1));
    const cut = folder.write('cut.jpg', whole.subarray(0, whole.length - 4));
    await expect(readSlice(cut, 1)).rejects.toThrow('cut.jpg could not be decoded (JPEG: no end of image)');
  });
});
