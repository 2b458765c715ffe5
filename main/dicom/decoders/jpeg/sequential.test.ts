import { describe, expect, it } from 'vitest';
import { encodeFlatBlocks } from '../../testing/jpeg';
import { decodeTwelveBits } from './twelve-bits';

const [rows, columns] = [30, 20];
const [down, across] = [4, 3];

/** What blocks of the given values are as pixels: each value and the middle of the range. */
function pixelsOf(values: readonly number[], samples: 1 | 3): number[] {
  return Array.from({ length: rows * columns * samples }, (_, i) => {
    const [pixel, sample] = [Math.floor(i / samples), i % samples];
    const [row, column] = [Math.floor(pixel / columns), pixel % columns];
    return 2048 + values[((row >> 3) * across + (column >> 3)) * samples + sample]!;
  });
}

const blocks = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i * 997) % 4000) - 2000);

describe('JPEG of 12 bits', () => {
  it.each([undefined, 1, 2, 3])('of flat blocks, with a restart every %s lines of them', (restartLines) => {
    const values = blocks(down * across);
    const restart = restartLines === undefined ? {} : { restartLines };
    const bytes = encodeFlatBlocks(values, { rows, columns, precision: 12, ...restart });
    expect([...decodeTwelveBits(bytes, false)]).toEqual(pixelsOf(values, 1));
  });

  it.each([true, false])('of three components, each in its own scan: %s', (separate) => {
    const values = blocks(down * across * 3);
    const options = { rows, columns, precision: 12, samples: 3, separate, restartLines: 2 } as const;
    expect([...decodeTwelveBits(encodeFlatBlocks(values, options), false)]).toEqual(pixelsOf(values, 3));
  });

  it('of Y, Cb and Cr becomes RGB by T.871, rounded', () => {
    const ycc = [-500, 300, -200];
    const values = blocks(down * across * 3).map((_, i) => ycc[i % 3]!);
    const bytes = encodeFlatBlocks(values, { rows, columns, precision: 12, samples: 3 });
    const rgb = [1548 - 1.402 * 200, 1548 - 0.34414 * 300 + 0.71414 * 200, 1548 + 1.772 * 300];
    expect([...decodeTwelveBits(bytes, true)].slice(-3)).toEqual(rgb.map(Math.round));
  });

  it('that is cut off is refused', () => {
    const whole = encodeFlatBlocks(blocks(down * across), { rows, columns, precision: 12 });
    const cutOff = Buffer.concat([whole.subarray(0, whole.length - 6), Buffer.of(0xff, 0xd9)]);
    expect(() => decodeTwelveBits(cutOff, false)).toThrow('the coded data ends early');
    expect(() => decodeTwelveBits(whole.subarray(0, whole.length - 3), false)).toThrow('no marker after');
  });
});
