import { describe, expect, it } from 'vitest';
import { greyOf } from './grey';
import { superpixelsOf } from './superpixels';
import { seededWeights } from './testing/fake-network';

describe('what a prepared input shows', () => {
  it('is 0 for black and 1 for white, whatever the normalisation', () => {
    const range = [
      { minimum: -2, maximum: 2 },
      { minimum: -1, maximum: 1 },
      { minimum: 0, maximum: 5 },
    ];
    const input = Float32Array.of(-2, -1, 0, 2, 1, 5, 2, -1, 0, -2, 1, 0);
    const grey = greyOf({ input, inputShape: [2, 2, 3], range });
    expect([...grey]).toEqual([0, 1, 0.299, 0.587].map((value) => expect.closeTo(value, 6)));
    const single = greyOf({ input: Float32Array.of(-2, 1), inputShape: [1, 2, 1], range: [range[0]!] });
    expect([...single]).toEqual([0, 0.75]);
  });

  it('is cut into the same superpixels, whatever the normalisation', () => {
    const plain = seededWeights(30 * 40, 1).map(
      (value, at) => 0.5 + 0.2 * value + (at % 40 < 15 ? 0.25 : -0.25),
    );
    const of = (scale: number, shift: number) =>
      superpixelsOf(
        {
          input: plain.map((value) => scale * value + shift),
          inputShape: [30, 40, 1],
          range: [{ minimum: shift, maximum: scale + shift }],
        },
        20,
      );
    expect(of(4, -2)).toEqual(of(1, 0));
  });
});
