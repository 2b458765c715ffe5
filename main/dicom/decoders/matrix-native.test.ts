import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { uncompressed } from '../testing/encoders';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { firstDifference, readStored } from '../testing/stored';
import { run } from '../testing/tools';
import { waves } from '../testing/waves';
import type { Elements } from '../testing/write';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const [rows, columns] = [7, 5];
const frames = 3;
const size = rows * columns;

interface Kind {
  readonly name: string;
  readonly values: readonly number[];
  readonly elements: Elements;
}

const float32 = (values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer);
const float64 = (values: readonly number[]): Buffer => Buffer.from(Float64Array.from(values).buffer);
const bit = Array.from({ length: size * frames }, (_, i) => (i * i + (i >> 3)) & 1);
const real = waves(size * frames, 16, true).map((value) => Math.fround(value / 7));

/** Eight pixels a byte, the first lowest; frames follow each other without a gap (PS3.5 8.1.1). */
function packed(bits: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((value, i) => (bytes[i >> 3]! |= value << (i & 7)));
  return bytes;
}

function elementsOf(bitsAllocated: number, pixels: Buffer, more: Elements = {}): Elements {
  return imageElements({ rows, columns, frames, bitsAllocated, pixels }, more);
}

function floating(bits: 32 | 64, tag: number, vr: 'OF' | 'OD', bytes: Buffer): Elements {
  const elements = { ...elementsOf(bits, Buffer.alloc(0)), [tag]: [vr, bytes] as const };
  return Object.fromEntries(Object.entries(elements).filter(([key]) => Number(key) !== 0x7fe00010));
}

const kinds: readonly Kind[] = [
  { name: '1 bit', values: bit, elements: elementsOf(1, packed(bit)) },
  ...[false, true].map((signed) => {
    const values = waves(size * frames, 32, signed);
    const more = { 0x00280103: ['US', [signed ? 1 : 0]] } as const;
    return {
      name: `32 bits, signed ${signed}`,
      values,
      elements: elementsOf(32, samplesOf(values, 32), more),
    };
  }),
  { name: 'float', values: real, elements: floating(32, 0x7fe00008, 'OF', float32(real)) },
  { name: 'double float', values: real, elements: floating(64, 0x7fe00009, 'OD', float64(real)) },
];

describe.each(kinds)('$name', ({ name, values, elements }) => {
  const plain = folder.write(`plain-${name}.dcm`, writeDicom(elements));
  const explicit = { name: 'explicit little endian', command: ['dcmconv', '+te'] };

  // Words of 32 bits in big endian are refused.
  const known = uncompressed.filter(({ name: way }) => !(name.startsWith('32') && way.includes('big')));
  it.each([explicit, ...known])('with $name, gives every value back', async ({ name, command }) => {
    const encoded = join(folder.path, `${name}.dcm`);
    run(command[0]!, ...command.slice(1), plain, encoded);
    for (let frame = 1; frame <= frames; frame++) {
      const stored = await readStored(encoded, frame);
      expect(firstDifference(stored.values, values.slice((frame - 1) * size, frame * size))).toBe('');
    }
  });
});

it('32-bit pixels in big-endian words, which dcmtk writes in another order than pydicom reads, are refused', async () => {
  const plain = folder.write('words.dcm', writeDicom(elementsOf(32, Buffer.alloc(size * frames * 4, 1))));
  const encoded = join(folder.path, 'words-big-endian.dcm');
  run('dcmconv', '+tb', plain, encoded);
  await expect(readStored(encoded)).rejects.toThrow('holds 32-bit pixels as big-endian words');
});
