import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSlice } from '../read-slice';
import { difference } from '../testing/compare';
import type { Encoder } from '../testing/encoders';
import { compressedByDcmtk, compressedByGdcm, everyPredictor, uncompressed } from '../testing/encoders';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { run } from '../testing/tools';
import { waves } from '../testing/waves';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const [rows, columns] = [37, 53];
const frames = 3;

/** gdcm refuses signed pixels in a secondary capture. */
const ctImageStorage = { 0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'] } as const;

interface Kind {
  readonly bits: number;
  readonly allocated: number;
  /** Where the highest stored bit lies. */
  readonly high: number;
}

const kinds: readonly Kind[] = [
  { bits: 6, allocated: 8, high: 5 },
  { bits: 8, allocated: 8, high: 7 },
  { bits: 8, allocated: 16, high: 7 },
  { bits: 10, allocated: 16, high: 9 },
  { bits: 12, allocated: 16, high: 11 },
  { bits: 12, allocated: 16, high: 15 },
  { bits: 16, allocated: 16, high: 15 },
];
const signs = [false, true];

/** gdcm writes no JPEG-LS of fewer than 8 bits, and says that bits are lowest which it has left where they were. */
function encodersFor({ bits, high }: Kind): readonly Encoder[] {
  const predictors = [8, 12, 16].includes(bits) ? everyPredictor : [];
  const ofGdcm = high >= bits ? [] : compressedByGdcm;
  const writable = ofGdcm.filter(({ name }) => bits >= 8 || !name.startsWith('JPEG-LS'));
  return [...uncompressed, ...compressedByDcmtk, ...predictors, ...writable];
}

describe.each(kinds)('$bits bits in $allocated up to bit $high', (kindOf) => {
  const { bits, allocated, high } = kindOf;
  describe.each(signs)('signed %s', (signed) => {
    const values = waves(rows * columns * frames, bits, signed);
    const words = values.map((value) => (value & (2 ** bits - 1)) << (high + 1 - bits));
    const kind = { bitsAllocated: allocated, bitsStored: bits, highBit: high, signed, frames };
    const pixels = samplesOf(words, allocated);
    const plain = folder.write(
      `plain-${bits}-${allocated}-${high}-${signed}.dcm`,
      writeDicom(imageElements({ rows, columns, ...kind, pixels }, ctImageStorage)),
    );

    it.each(encodersFor(kindOf))('with $name, gives every value back', async ({ name, command }) => {
      const encoded = join(folder.path, `${name}.dcm`);
      run(command[0]!, ...command.slice(1), plain, encoded);
      for (let frame = 1; frame <= frames; frame++) {
        const slice = await readSlice(encoded, frame);
        const size = rows * columns;
        expect(difference(slice.pixels, values.slice((frame - 1) * size, frame * size))).toBe('');
      }
    });
  });
});
