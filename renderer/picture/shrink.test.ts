import { expect, it } from 'vitest';
import { shrink, shrinkFactor } from './shrink';

const grey = (columns: number, values: number[]) => ({
  columns,
  rows: values.length / columns,
  rgba: Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255])),
});

it('takes the mean of each square, of what there is at the edges', () => {
  expect(shrink(grey(3, [0, 10, 7, 20, 30, 9, 50, 60, 5]), 2)).toEqual(grey(2, [15, 8, 55, 5]));
});

it('leaves a picture that is small enough as it is', () => {
  const picture = grey(2, [1, 2]);
  expect(shrink(picture, shrinkFactor(2, 1, 2))).toEqual(picture);
  expect([
    shrinkFactor(2048, 2500, 1600),
    shrinkFactor(1600, 10, 1600),
    shrinkFactor(1601, 10, 1600),
  ]).toEqual([2, 1, 2]);
});
