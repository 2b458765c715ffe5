import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSlice } from '../read-slice';
import { difference } from '../testing/compare';
import { testFolder } from '../testing/folder';
import { imageElements, samplesOf } from '../testing/image';
import { run } from '../testing/tools';
import { waves } from '../testing/waves';
import { writeDicom } from '../testing/write';

const folder = testFolder();
const [rows, columns] = [37, 53];
const frames = 3;

const kinds = [8, 12, 16].flatMap((bits) => [false, true].map((signed) => ({ bits, signed })));

/** Encoders that lose nothing, with the kinds of pixels that each can write. */
const encoders: readonly { name: string; command: readonly string[] }[] = [
  { name: 'explicit big endian', command: ['dcmconv', '+tb'] },
  { name: 'implicit little endian', command: ['dcmconv', '+ti'] },
  { name: 'deflated', command: ['dcmconv', '+td'] },
  { name: 'RLE', command: ['dcmcrle'] },
  { name: 'JPEG-LS', command: ['dcmcjpls', '+el'] },
  { name: 'JPEG lossless SV1', command: ['dcmcjpeg', '+e1'] },
  ...[1, 2, 3, 4, 5, 6, 7].map((predictor) => ({
    name: `JPEG lossless, predictor ${predictor}`,
    command: ['dcmcjpeg', '+el', '+sv', String(predictor)],
  })),
  { name: 'JPEG 2000', command: ['gdcmconv', '--j2k'] },
];

describe.each(kinds)('$bits bits, signed $signed', ({ bits, signed }) => {
  const values = waves(rows * columns * frames, bits, signed);
  const bitsAllocated = bits > 8 ? 16 : 8;
  const pixels = samplesOf(
    values.map((value) => value & (2 ** bits - 1)),
    bitsAllocated,
  );
  const plain = folder.write(
    `plain-${bits}-${signed}.dcm`,
    writeDicom(
      imageElements(
        { rows, columns, bitsAllocated, bitsStored: bits, signed, frames, pixels },
        // gdcm refuses signed pixels in a secondary capture.
        { 0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'] },
      ),
    ),
  );

  it.each(encoders)('with $name, gives every value back', async ({ name, command }) => {
    const encoded = join(folder.path, `${name}-${bits}-${signed}.dcm`);
    run(command[0]!, ...command.slice(1), plain, encoded);
    for (let frame = 1; frame <= frames; frame++) {
      const slice = await readSlice(encoded, frame);
      const size = rows * columns;
      expect(difference(slice.pixels, values.slice((frame - 1) * size, frame * size))).toBe('');
    }
  });
});

describe('colour', () => {
  const values = waves(rows * columns * 3, 8, false);
  const elements = imageElements({
    rows,
    columns,
    bitsAllocated: 8,
    samples: 3,
    pixels: samplesOf(values, 8),
  });
  const plain = folder.write('plain-rgb.dcm', writeDicom(elements));
  const colourEncoders = [
    { name: 'RLE', command: ['dcmcrle'] },
    { name: 'JPEG-LS by line', command: ['dcmcjpls', '+el', '+il'] },
    { name: 'JPEG-LS by sample', command: ['dcmcjpls', '+el', '+is'] },
    { name: 'JPEG-LS by plane', command: ['dcmcjpls', '+el', '+in'] },
    { name: 'JPEG lossless', command: ['dcmcjpeg', '+e1'] },
    { name: 'JPEG 2000', command: ['gdcmconv', '--j2k'] },
  ];

  it.each(colourEncoders)('with $name, gives every value back', async ({ name, command }) => {
    const encoded = join(folder.path, `${name}-rgb.dcm`);
    run(command[0]!, ...command.slice(1), plain, encoded);
    const slice = await readSlice(encoded, 1);
    expect(slice.samples).toBe(3);
    expect(difference(slice.pixels, values)).toBe('');
  });
});
