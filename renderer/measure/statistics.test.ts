import { describe, expect, it } from 'vitest';
import type { Slice } from '../../preload/vocabulary';
import type { Shape } from './area';
import { runsInside } from './pixels-inside';
import { rememberedStatistics } from './remembered';
import type { Point } from './scale';
import { statisticsOf } from './statistics';

const of = (shape: Shape['shape'], ...points: Point[]): Shape => ({ shape, points });
/** 6 columns, 4 rows; the value of a pixel is 10 × row + column. */
const ramp = {
  rows: 4,
  columns: 6,
  samples: 1,
  pixels: Int16Array.from({ length: 24 }, (_, i) => 10 * Math.floor(i / 6) + (i % 6)),
} as unknown as Slice;

function inside(shape: Shape, rows = 4, columns = 6): string[] {
  const found: string[] = [];
  runsInside(shape, rows, columns, (row, from, to) => {
    for (let column = from; column < to; column++) found.push(`${column},${row}`);
  });
  return found;
}

describe('runsInside', () => {
  it('takes the pixels whose centre lies in a rectangle, its left and top edges with it', () => {
    expect(inside(of('rectangle', [1, 1], [3, 2]))).toEqual(['1,1', '2,1']);
    expect(inside(of('rectangle', [1.5, 1.5], [2.5, 2.5]))).toEqual(['1,1']);
    expect(inside(of('rectangle', [2.6, 3], [1.4, 1.6]))).toEqual(['1,2', '2,2']);
  });

  it('takes the centres on the edge of an ellipse, but not on the right and lower edge of its box', () =>
    expect(inside(of('ellipse', [0.5, 0.5], [4.5, 2.5]))).toEqual(['2,0', '0,1', '1,1', '2,1', '3,1']));

  it('cuts off what lies outside the image', () =>
    expect(inside(of('rectangle', [-5, -5], [1, 1]))).toEqual(['0,0']));

  it('leaves out the notch of a polygon', () =>
    expect(inside(of('polygon', [0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3]))).toEqual([
      '0,0',
      '1,0',
      '2,0',
      '0,1',
      '2,1',
      '0,2',
      '2,2',
    ]));

  it('finds nothing in what is no shape', () => {
    expect(inside(of('polygon', [0, 0], [3, 3]))).toEqual([]);
    expect(inside(of('rectangle', [0, 0], [Number.NaN, 3]))).toEqual([]);
    expect(inside(of('ellipse', [1, 1], [1, 1]))).toEqual([]);
  });
});

describe('statisticsOf', () => {
  it('is right to the pixel', () => {
    // The values 11, 12, 21, 22: mean 16.5, squared differences 30.25 + 20.25 + 20.25 + 30.25.
    expect(statisticsOf(of('rectangle', [1, 1], [3, 3]), ramp)).toEqual({
      pixels: 4,
      mean: 16.5,
      deviation: Math.sqrt(25.25),
      minimum: 11,
      maximum: 22,
    });
  });

  it('is of one pixel without any deviation, and none of no pixel', () => {
    expect(statisticsOf(of('rectangle', [5, 3], [6, 4]), ramp)).toMatchObject({ mean: 35, deviation: 0 });
    expect(statisticsOf(of('rectangle', [5.6, 3], [5.9, 4]), ramp)).toBeNull();
  });

  it('keeps its digits where the values are far from 0', () => {
    const pixels = Float32Array.from([1e7, 1e7 + 1, 1e7 + 2, 1e7 + 3]);
    const slice = { rows: 1, columns: 4, samples: 1, pixels } as unknown as Slice;
    const all = statisticsOf(of('rectangle', [0, 0], [4, 1]), slice)!;
    expect(all.mean).toBe(1e7 + 1.5);
    expect(all.deviation).toBeCloseTo(Math.sqrt(1.25), 12);
  });

  it('is of the luminance of colour', () => {
    const pixels = Uint8ClampedArray.from([255, 0, 0, 0, 255, 0]);
    const slice = { rows: 1, columns: 2, samples: 3, pixels } as unknown as Slice;
    const { mean, minimum, maximum } = statisticsOf(of('rectangle', [0, 0], [2, 1]), slice)!;
    expect(minimum).toBeCloseTo(76.245, 10);
    expect(maximum).toBeCloseTo(149.685, 10);
    expect(mean).toBeCloseTo(112.965, 10);
  });

  it('leaves out what is not a number', () => {
    const pixels = Float32Array.from([Number.NaN, 2, 4]);
    const slice = { rows: 1, columns: 3, samples: 1, pixels } as unknown as Slice;
    expect(statisticsOf(of('rectangle', [0, 0], [3, 1]), slice)).toMatchObject({ pixels: 2, mean: 3 });
  });
});

describe('rememberedStatistics', () => {
  it('counts anew for other pixels and another shape of the same points', () => {
    const box = of('rectangle', [0, 0], [6, 4]);
    const dark = { ...ramp, pixels: new Int16Array(24) } as Slice;
    const first = rememberedStatistics(box, ramp);
    expect(rememberedStatistics({ ...box }, ramp)).toBe(first);
    expect(rememberedStatistics(box, dark)?.mean).toBe(0);
    expect(rememberedStatistics({ ...box, shape: 'ellipse' }, ramp)?.pixels).toBeLessThan(24);
    expect(rememberedStatistics(box, ramp)).toEqual(first);
  });
});
