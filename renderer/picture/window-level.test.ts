import { describe, expect, it } from 'vitest';
import type { Slice } from '../../preload/vocabulary';
import { fullRange, linearExactVoi, linearVoi, sliceToRgba } from './window-level';

const grey = (values: number[], extra: Partial<Slice> = {}): Slice => ({
  sopInstanceUid: '1.2',
  frame: 1,
  rows: 1,
  columns: values.length,
  samples: 1,
  pixels: Float32Array.from(values),
  inverted: false,
  unit: '',
  windows: [],
  minimum: Math.min(...values),
  maximum: Math.max(...values),
  photometricInterpretation: 'MONOCHROME2',
  overlays: [],
  shutter: null,
  ...extra,
});
const reds = (rgba: Uint8ClampedArray) => [...rgba].filter((_, i) => i % 4 === 0);

describe('the VOI LUT function LINEAR', () => {
  it('gives the values of the standard for c = 2048, w = 4096 (PS3.3 C.11.2.1.2.1, note 4)', () => {
    expect(linearVoi(0, 2048, 4096)).toBe(0);
    expect(linearVoi(4095, 2048, 4096)).toBeCloseTo(255, 9);
    expect(linearVoi(2047.5, 2048, 4096)).toBeCloseTo(127.5, 9);
    expect(linearVoi(1000, 2048, 4096)).toBeCloseTo(((1000 - 2047.5) / 4095 + 0.5) * 255, 9);
  });

  it('is a step for a width of 1', () => {
    expect([9, 9.5, 9.51, 10].map((value) => linearVoi(value, 10, 1))).toEqual([0, 0, 255, 255]);
  });

  it('shows NaN as black', () => expect(linearVoi(NaN, 0, 100)).toBe(0));
});

describe('the VOI LUT function LINEAR_EXACT', () => {
  it('gives the values of the standard for c = 2048, w = 4096 (PS3.3 C.11.2.1.3.2)', () => {
    expect(linearExactVoi(0, 2048, 4096)).toBe(0);
    expect(linearExactVoi(2048, 2048, 4096)).toBe(127.5);
    expect(linearExactVoi(4096, 2048, 4096)).toBe(255);
  });

  it('shows fractions in a window narrower than 1, which LINEAR cannot', () => {
    const values = [0, 0.025, 0.05, 0.075, 0.1, NaN];
    const exact = { center: 0.05, width: 0.1, explanation: '', voiLutFunction: 'LINEAR_EXACT' } as const;
    expect(reds(sliceToRgba(grey(values), exact, false))).toEqual([0, 64, 128, 191, 255, 0]);
  });
});

describe('sliceToRgba', () => {
  const values = [-1000, -160, -40, 40, 111, 240, 3000, NaN];
  const window = { center: 40, width: 400, explanation: '' };

  it('rounds exactly what LINEAR gives, opaque', () => {
    const rgba = sliceToRgba(grey(values), window, false);
    expect(reds(rgba)).toEqual(values.map((value) => Math.round(linearVoi(value, 40, 400))));
    expect([...rgba].filter((_, i) => i % 4 === 3)).toEqual(values.map(() => 255));
  });

  it('inverts for MONOCHROME1 or on demand, and not for both', () => {
    const plain = reds(sliceToRgba(grey(values), window, false));
    const flipped = plain.map((value) => 255 - value);
    expect(reds(sliceToRgba(grey(values), window, true))).toEqual(flipped);
    expect(reds(sliceToRgba(grey(values, { inverted: true }), window, false))).toEqual(flipped);
    expect(reds(sliceToRgba(grey(values, { inverted: true }), window, true))).toEqual(plain);
  });

  it("falls back to the file's first window, then to the full range", () => {
    expect(sliceToRgba(grey(values, { windows: [window] }), null, false)).toEqual(
      sliceToRgba(grey(values), window, false),
    );
    expect(reds(sliceToRgba(grey([10, 20, 30]), null, false))).toEqual([0, 128, 255]);
    expect(reds(sliceToRgba(grey([0, 0.5, 1]), null, false))).toEqual([0, 128, 255]);
    expect(fullRange(grey([7, 7])).width).toBe(1);
  });

  it('leaves colour as it is, or inverts it', () => {
    const slice = { ...grey([0]), samples: 3 as const, pixels: Uint8ClampedArray.from([1, 2, 3]) };
    expect([...sliceToRgba(slice, null, false)]).toEqual([1, 2, 3, 255]);
    expect([...sliceToRgba(slice, null, true)]).toEqual([254, 253, 252, 255]);
  });
});
