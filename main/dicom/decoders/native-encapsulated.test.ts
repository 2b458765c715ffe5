import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { firstDifference, readStored } from '../testing/stored';
import { waves } from '../testing/waves';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const [rows, columns, frames] = [7, 9, 2];
const size = rows * columns;

function packed(bits: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((value, i) => (bytes[i >> 3]! |= value << (i & 7)));
  return bytes;
}

const ways = [
  { name: 'encapsulated', uid: '1.2.840.10008.1.2.1.98', write: (bytes: Buffer) => bytes },
  { name: 'deflated', uid: '1.2.840.10008.1.2.8.1', write: (bytes: Buffer) => deflateRawSync(bytes) },
];

function fileOf(bits: number, fragments: readonly Buffer[], uid: string): string {
  const pixels = { 0x7fe00010: ['OB', { offsets: [], fragments }] } as const;
  return folder.write(
    'frames.dcm',
    writeDicom(imageElements({ rows, columns, frames, bitsAllocated: bits }, pixels), uid),
  );
}

describe.each(ways)('uncompressed frames that are $name', ({ uid, write }) => {
  it.each([1, 8, 16, 32])('of %i bits give every value back', async (bits) => {
    const values = waves(size * frames, bits, false);
    const perFrame = [values.slice(0, size), values.slice(size)];
    const bytesOf = (frame: number[]): Buffer => (bits === 1 ? packed(frame) : samplesOf(frame, bits));
    const path = fileOf(bits, perFrame.map(bytesOf).map(write), uid);
    for (const [i, expected] of perFrame.entries())
      expect(firstDifference((await readStored(path, i + 1)).values, expected)).toBe('');
  });

  it.each([size - 3, size + 3])('are refused where they have %i bytes', async (length) => {
    const path = fileOf(8, [write(Buffer.alloc(length)), write(Buffer.alloc(size))], uid);
    await expect(readStored(path)).rejects.toThrow('could not be decoded');
  });
});

it('what inflates to far more than a frame is refused', async () => {
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  const path = fileOf(8, [bomb, bomb], '1.2.840.10008.1.2.8.1');
  await expect(readStored(path)).rejects.toThrow('could not be decoded');
});
