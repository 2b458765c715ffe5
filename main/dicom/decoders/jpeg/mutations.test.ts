import { describe, expect, it } from 'vitest';
import { encodeFlatBlocks, encodeLossless } from '../../testing/jpeg';
import { seededRandom } from '../../testing/random';
import { waves } from '../../testing/waves';
import { decodeLossless } from './lossless';
import { decodeTwelveBits } from './twelve-bits';

const size = { rows: 40, columns: 24 };
const kinds = [
  {
    name: 'lossless',
    whole: encodeLossless(
      waves(size.rows * size.columns, 12, false),
      { ...size, precision: 12, restartLines: 8 },
      4,
    ),
    decode: decodeLossless,
    count: size.rows * size.columns,
  },
  {
    name: 'of 12 bits',
    whole: encodeFlatBlocks(
      Array.from({ length: 45 }, (_, i) => i * 20),
      { ...size, precision: 12, samples: 3 },
    ),
    decode: (bytes: Uint8Array) => decodeTwelveBits(bytes, true),
    count: size.rows * size.columns * 3,
  },
];

describe.each(kinds)('JPEG $name', ({ whole, decode, count }) => {
  const sizeOfFrame = whole.findIndex((byte, i) => byte === 0xff && [0xc1, 0xc3].includes(whole[i + 1]!)) + 5;

  it('with bytes changed is refused in words, or has as many samples as it says', () => {
    const random = seededRandom(7);
    let refused = 0;
    for (let round = 0; round < 1000; round++) {
      const bytes = Buffer.from(whole);
      for (let change = 0; change <= round % 4; change++)
        bytes[2 + Math.floor(random() * (bytes.length - 4))] = Math.floor(random() * 256);
      // What the frame header says is checked against the file's before decoding begins.
      whole.copy(bytes, sizeOfFrame, sizeOfFrame, sizeOfFrame + 5);
      try {
        expect(decode(bytes)).toHaveLength(count);
      } catch (thrown) {
        if (!(thrown instanceof Error) || thrown.name !== 'Error') throw thrown;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});
