import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Encoder } from '../testing/encoders';
import { compressedByGdcm, compressedColour, uncompressed } from '../testing/encoders';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { firstDifference, planeByPlane, readStored } from '../testing/stored';
import { run } from '../testing/tools';
import { waves } from '../testing/waves';
import type { Elements } from '../testing/write';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const [rows, columns] = [18, 23];
const size = rows * columns;

/** gdcm takes no samples but RGB of a secondary capture. */
const ultrasoundStorage = ['UI', '1.2.840.10008.5.1.4.1.1.6.1'] as const;

async function expectBack(
  { name, command }: Encoder,
  plain: string,
  values: readonly number[],
  meaning: string,
  frames = 1,
): Promise<void> {
  const encoded = join(folder.path, `${name}.dcm`);
  run(command[0]!, ...command.slice(1), plain, encoded);
  const frameValues = values.length / frames;
  for (let frame = 1; frame <= frames; frame++) {
    const stored = await readStored(encoded, frame);
    const expected = values.slice((frame - 1) * frameValues, frame * frameValues);
    expect(firstDifference(stored.values, expected)).toBe('');
    expect(stored.photometricInterpretation).toBe(meaning);
  }
}

const colours = ['RGB', 'YBR_FULL'].flatMap((meaning) =>
  [8, 16].flatMap((bits) => [0, 1].map((planar) => ({ meaning, bits, planar }))),
);

describe.each(colours)(
  '$meaning of $bits bits, planar configuration $planar',
  ({ meaning, bits, planar }) => {
    // dcmtk takes several frames of planes for planes of several frames.
    const frames = planar === 1 ? 1 : 2;
    const values = waves(size * 3 * frames, bits, false);
    const written = planar === 1 ? planeByPlane(values, 3) : values;
    const kind = { rows, columns, frames, bitsAllocated: bits, samples: 3 } as const;
    const elements = imageElements(
      { ...kind, photometricInterpretation: meaning, pixels: samplesOf(written, bits) },
      { 0x00080016: ultrasoundStorage, 0x00280006: ['US', [planar]] },
    );
    const plain = folder.write(`plain-${meaning}-${bits}-${planar}.dcm`, writeDicom(elements));

    it.each([...uncompressed, ...compressedColour])('with $name, gives every value back', (encoder) =>
      expectBack(encoder, plain, values, meaning, frames),
    );
  },
);

describe.each([8, 16])('PALETTE COLOR of %i bits', (bits) => {
  const values = waves(size, bits, false);
  const entries = Buffer.from(Uint16Array.from({ length: 256 }, (_, i) => i * 257).buffer);
  const palette: Elements = {
    0x00080016: ultrasoundStorage,
    ...Object.fromEntries(
      [1, 2, 3].flatMap((channel) => [
        [0x00281100 + channel, ['US', [256, 0, 16]]],
        [0x00281200 + channel, ['OW', entries]],
      ]),
    ),
  };
  const kind = { rows, columns, bitsAllocated: bits, photometricInterpretation: 'PALETTE COLOR' };
  const elements = imageElements({ ...kind, pixels: samplesOf(values, bits) }, palette);
  const plain = folder.write(`plain-palette-${bits}.dcm`, writeDicom(elements));

  // gdcm takes no palette of 16 bits.
  const ofGdcm = bits === 8 ? compressedByGdcm : [];
  const grey = compressedColour.filter(({ name }) => !name.includes(' by '));
  it.each([...uncompressed, ...grey, ...ofGdcm])('with $name, gives every index back', (encoder) =>
    expectBack(encoder, plain, values, 'PALETTE COLOR'),
  );
});

describe('YBR_FULL_422', () => {
  const even = 24;
  const shared = { rows, bitsAllocated: 8, samples: 3, photometricInterpretation: 'YBR_FULL_422' } as const;
  const fileOf = (columns: number, values: readonly number[]): string => {
    const pixels = samplesOf(values, 8);
    return folder.write('plain-422.dcm', writeDicom(imageElements({ ...shared, columns, pixels })));
  };

  it.each(uncompressed)('with $name, gives every value back', async (encoder) => {
    const values = waves(rows * even * 2, 8, false);
    await expectBack(encoder, fileOf(even, values), values, 'YBR_FULL_422');
  });

  it('that has chroma for every pixel after all is YBR_FULL', async () => {
    const values = waves(rows * even * 3, 8, false);
    const stored = await readStored(fileOf(even, values));
    expect(stored).toEqual({ values, photometricInterpretation: 'YBR_FULL' });
  });

  it('of an odd number of columns is refused, as a pixel is left without a pair', async () => {
    const values = waves(rows * columns * 2, 8, false);
    await expect(readStored(fileOf(columns, values))).rejects.toThrow('needs an even number of columns');
  });
});
