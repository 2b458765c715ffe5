import { describe, expect, it } from 'vitest';
import { occlusion, patchesOf } from './occlusion';
import { identity, linearHead, seededWeights } from './testing/fake-network';
import { mapOn } from './testing/fake-probe';

/** A linear model on 4 × 8 pixels: the drop under a patch is Σ w (x − fill) over its pixels. */
const [rows, columns] = [4, 8];
const shape = [rows, columns, 1] as const;
const weights = seededWeights(rows * columns, 1);
const input = seededWeights(rows * columns, 2).map(Math.abs);
const linear = { layer: identity(shape), head: linearHead(weights, 3), input };
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 5));

describe('Occlusion', () => {
  it('is Σ w x under each patch where patches do not overlap, on an image that is no square', async () => {
    const map = await mapOn(occlusion, { ...linear, parameters: { patch: 50, stride: 50, fill: 'black' } });
    const expected = Array.from({ length: rows * columns }, (_, at) => {
      const [top, left] = [Math.floor(at / columns / 2) * 2, Math.floor((at % columns) / 2) * 2];
      const under = [0, 1, columns, columns + 1].map((step) => top * columns + left + step);
      return under.reduce((sum, pixel) => sum + weights[pixel]! * input[pixel]!, 0);
    });
    expect([...map]).toEqual(near(expected));
  });

  it('is the mean over the patches on a pixel where they overlap', async () => {
    const map = await mapOn(occlusion, { ...linear, parameters: { patch: 75, stride: 25, fill: 'middle' } });
    const drop = (top: number, left: number): number => {
      let sum = 0;
      for (let row = top; row < top + 3; row++)
        for (let column = left; column < left + 3; column++) {
          const at = row * columns + column;
          sum += weights[at]! * (input[at]! - 0.5);
        }
      return sum;
    };
    const expected = Array.from({ length: rows * columns }, (_, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      const drops: number[] = [];
      for (let top = 0; top <= 1; top++)
        for (let left = 0; left <= 5; left++)
          if (row >= top && row < top + 3 && column >= left && column < left + 3) drops.push(drop(top, left));
      return drops.reduce((sum, value) => sum + value, 0) / drops.length;
    });
    expect([...map]).toEqual(near(expected));
  });

  it('covers all channels of a pixel', async () => {
    const colour = {
      layer: identity([2, 2, 3]),
      head: linearHead(seededWeights(12, 3)),
      input: seededWeights(12, 4),
    };
    const map = await mapOn(occlusion, { ...colour, parameters: { patch: 50, stride: 50, fill: 'black' } });
    const product = colour.input.map((x, i) => x * seededWeights(12, 3)[i]!);
    expect([...map]).toEqual(near([0, 3, 6, 9].map((i) => product[i]! + product[i + 1]! + product[i + 2]!)));
  });

  it('leaves no pixel out, whatever the stride, and keeps within the image', () => {
    for (const [height, width] of [
      [7, 5],
      [10, 33],
      [224, 160],
      [1, 1],
      [3, 100],
    ] as const)
      for (const [patch, stride] of [
        [12.5, 6.25],
        [40, 100],
        [33, 7],
        [100, 1],
      ] as const) {
        const seen = new Uint8Array(height * width);
        for (const { top, left, side } of patchesOf([height, width, 1], patch, stride)) {
          expect(top >= 0 && left >= 0 && top + side <= height && left + side <= width).toBe(true);
          for (let row = top; row < top + side; row++)
            seen.fill(1, row * width + left, row * width + left + side);
        }
        expect(seen.every((value) => value === 1)).toBe(true);
      }
  });

  it('takes as many passes as it says', () => {
    expect(patchesOf([224, 224, 3], 12.5, 6.25)).toHaveLength(225);
    expect(occlusion.costs).toContain('225');
  });
});
