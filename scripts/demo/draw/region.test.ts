import { describe, expect, it } from 'vitest';
import type { PhantomRegion } from './region';
import { boxRegion, regionMask } from './region';

const count = (mask: Uint8Array): number => mask.reduce((sum, bit) => sum + bit, 0);
const region = (shape: PhantomRegion['shape'], points: [number, number][]): PhantomRegion => ({
  kind: 'lesion',
  label: 'x',
  shape,
  points,
});

describe('regionMask', () => {
  it('takes the pixels whose centres lie in a rectangle', () => {
    const mask = regionMask(
      region('rectangle', [
        [1, 0.6],
        [3, 2],
      ]),
      3,
      4,
    );
    expect([...mask]).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('has the area of an ellipse and of a polygon', () => {
    expect(
      count(
        regionMask(
          region('ellipse', [
            [10, 20],
            [70, 60],
          ]),
          80,
          80,
        ),
      ) /
        (Math.PI * 30 * 20),
    ).toBeCloseTo(1, 2);
    const triangle = regionMask(
      region('polygon', [
        [0, 0],
        [60, 0],
        [0, 60],
      ]),
      60,
      60,
    );
    expect(count(triangle) / 1800).toBeCloseTo(1, 1);
  });
});

describe('boxRegion', () => {
  it('turns mm into pixels and stays inside the picture', () => {
    const grid = { columns: 10, rows: 10, spacing: 2 };
    const { points } = boxRegion(
      'artefact',
      'x',
      'rectangle',
      { left: -5, top: 2, right: 9, bottom: 50 },
      grid,
    );
    expect(points).toEqual([
      [0, 1],
      [4.5, 10],
    ]);
  });
});
