import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../header';
import { decodeFrame } from '../pixels/decode-frame';
import { readImagePixel } from '../pixels/image-pixel';
import { readSlice } from '../read-slice';
import { withFile } from '../source';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { seededRandom } from '../testing/random';
import { rawPixels, run } from '../testing/tools';
import { writeDicom } from '../testing/write';

const folder = testFolder();

interface Kind {
  readonly rows: number;
  readonly columns: number;
  readonly samples?: 1 | 3;
  readonly noise?: number;
  readonly options?: readonly string[];
}

/** Waves with noise, one for each sample, encoded by dcmtk, whose decoder's samples come with it. */
function encoded({ rows, columns, samples = 1, noise = 200, options = [] }: Kind): {
  path: string;
  expected: Buffer;
} {
  const random = seededRandom(rows * columns);
  const values = Array.from({ length: rows * columns * samples }, (_, i) => {
    const [pixel, sample] = [Math.floor(i / samples), i % samples];
    const [row, column] = [Math.floor(pixel / columns), pixel % columns];
    const level = 2048 + 1200 * Math.sin(row / (6 + sample)) + 900 * Math.cos(column / (9 - sample));
    return Math.min(4095, Math.max(0, Math.round(level + noise * (random() - 0.5))));
  });
  const pixels = samplesOf(values, 16);
  const plain = folder.write(
    'plain.dcm',
    writeDicom(imageElements({ rows, columns, bitsStored: 12, samples, pixels })),
  );
  const path = join(folder.path, 'encoded.dcm');
  run('dcmcjpeg', '+ee', ...options, plain, path);
  const decoded = `${path}.decoded.dcm`;
  run('dcmdjpeg', path, decoded);
  return { path, expected: rawPixels(decoded).subarray(0, values.length * 2) };
}

describe('JPEG of 12 bits is decoded to the bit as dcmtk decodes it', () => {
  const kinds: readonly Kind[] = [
    { rows: 40, columns: 56 },
    { rows: 37, columns: 53, options: ['+q', '100'] },
    { rows: 37, columns: 53, options: ['+q', '30'] },
    { rows: 64, columns: 65, noise: 8000, options: ['+q', '100'] },
    { rows: 64, columns: 65, noise: 8000, options: ['+q', '1'] },
    { rows: 1, columns: 1 },
    { rows: 200, columns: 3, noise: 20 },
  ];
  it.each(kinds)('$rows × $columns with noise of $noise and $options', async (kind) => {
    const { path, expected } = encoded(kind);
    expect((await samplesIn(path)).equals(expected)).toBe(true);
    expect((await readSlice(path, 1)).pixels).toHaveLength(expected.length / 2);
  });

  it.each(['+s4', '+s2', '+n1', '+np', '+n2', '+cr'])('in colour, %s', async (option) => {
    const sizes = [
      { rows: 40, columns: 56 },
      { rows: 37, columns: 53 },
      { rows: 5, columns: 3 },
    ];
    for (const size of sizes) {
      const { path, expected } = encoded({ ...size, samples: 3, options: [option, '+q', '95'] });
      expect((await samplesIn(path)).equals(expected)).toBe(true);
    }
  });

  it('but progressive ones are refused in a sentence that says what to do', async () => {
    const { path } = encoded({ rows: 40, columns: 56 });
    const bytes = readFileSync(path);
    bytes[bytes.indexOf(Buffer.of(0xff, 0xc1)) + 1] = 0xc2;
    await expect(readSlice(folder.write('progressive.dcm', bytes), 1)).rejects.toThrow(
      'progressive.dcm is progressive or arithmetic JPEG of 12 bits, which cannot be read here; export it',
    );
  });
});

/** The decoded samples, before any meaning is given to them. */
function samplesIn(path: string): Promise<Buffer> {
  return withFile(path, async (source) => {
    const header = await readHeader(source);
    const { bytes } = await decodeFrame(header, readImagePixel(header), 1);
    return Buffer.from(bytes);
  });
}
