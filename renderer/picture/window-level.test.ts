import { describe, expect, it } from 'vitest';
import type { Slice, Window } from '../../preload/vocabulary';
import { linearExactVoi, linearVoi, lutVoi, sigmoidVoi, voiOf } from './voi';
import { fullRange, sliceToRgba } from './window-level';

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
const whole = (values: number[]): Slice => ({ ...grey(values), pixels: Int16Array.from(values) });
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

describe('the VOI LUT function SIGMOID', () => {
  it('gives the values of the standard (PS3.3 C.11.2.1.3.1)', () => {
    expect(sigmoidVoi(40, 40, 400)).toBe(127.5);
    expect(sigmoidVoi(140, 40, 400)).toBeCloseTo(255 / (1 + Math.exp(-1)), 9);
    expect([-Infinity, Infinity, NaN].map((value) => sigmoidVoi(value, 0, 1))).toEqual([0, 255, 0]);
  });

  it('is drawn, in whole numbers and in fractions', () => {
    const values = [-360, -60, 40, 140, 440];
    const sigmoid = { center: 40, width: 400, explanation: '', voiLutFunction: 'SIGMOID' } as const;
    // 255 / (1 + e^4), 255 / (1 + e), 127.5, and what is left of 255.
    expect(reds(sliceToRgba(grey(values), sigmoid, false))).toEqual([5, 69, 128, 186, 250]);
    expect(reds(sliceToRgba(whole(values), sigmoid, false))).toEqual([5, 69, 128, 186, 250]);
  });
});

describe('a VOI LUT', () => {
  const lut = { first: -1, bits: 8, entries: Uint16Array.of(0, 255, 51) };

  it('gives its entries by value, its ends beyond them', () => {
    expect([-9, -1, 0, 1, 9, 0.4, 0.6, NaN].map((value) => lutVoi(value, lut))).toEqual([
      0, 0, 255, 51, 51, 255, 51, 0,
    ]);
  });

  it('stretches its bits to 0..255', () => {
    const deep = { first: 0, bits: 12, entries: Uint16Array.of(0, 4095, 819, 65_535) };
    expect([0, 1, 2, 3].map((value) => lutVoi(value, deep))).toEqual([0, 255, 51, 255]);
  });

  it('is drawn in place of a function, and inverts as one does', () => {
    const window = { center: 0.5, width: 3, explanation: 'VOI LUT', lut };
    expect(reds(sliceToRgba(whole([-2, 0, 1]), window, false))).toEqual([0, 255, 51]);
    expect(reds(sliceToRgba(grey([-2, 0, 1]), window, true))).toEqual([255, 0, 204]);
  });
});

describe('sliceToRgba', () => {
  it('shows each slice in its own window, whatever window the one before had', () => {
    const values = [-300, -40, 0, 7, 40, 90, 300];
    const lut = { first: 0, bits: 8, entries: Uint16Array.of(255, 0) };
    const other = { ...lut, entries: Uint16Array.of(0, 255) };
    const base: Window = { center: 40, width: 401, explanation: '' };
    const windows: readonly Window[] = [
      base,
      { ...base, center: 41 },
      { ...base, width: 402 },
      { ...base, voiLutFunction: 'LINEAR_EXACT' },
      { ...base, voiLutFunction: 'SIGMOID' },
      { ...base, lut },
      { ...base, lut: other },
      base,
    ];
    for (const invert of [false, true])
      for (const window of windows)
        expect(sliceToRgba(whole(values), window, invert)).toEqual(sliceToRgba(grey(values), window, invert));
  });

  it.each([
    { center: 40, width: 400, explanation: '' },
    { center: -0.5, width: 1, explanation: '' },
    { center: 0, width: 65_535, explanation: '' },
    { center: 12.25, width: 7.5, explanation: '', voiLutFunction: 'LINEAR_EXACT' },
  ] as const)('shows 16-bit values as it shows single precision: %o', (window) => {
    const values = Array.from({ length: 65_536 }, (_, i) => i - 32_768);
    const table = sliceToRgba(whole(values), window, false);
    expect(Buffer.from(table).equals(Buffer.from(sliceToRgba(grey(values), window, false)))).toBe(true);
    const exactly = values.map((value) => voiOf(window)(value));
    expect(Math.max(...reds(table).map((shade, i) => Math.abs(shade - exactly[i]!)))).toBeLessThanOrEqual(
      0.5,
    );
  });

  it('takes each window for itself', () => {
    const [narrow, wide] = [10, 1000].map((width) => ({ center: 0, width, explanation: '' }));
    const slice = whole([-100, 3, 100]);
    const first = sliceToRgba(slice, narrow!, false);
    expect(sliceToRgba(slice, wide!, false)).not.toEqual(first);
    expect(sliceToRgba(slice, narrow!, true)).not.toEqual(first);
    expect(sliceToRgba(slice, narrow!, false)).toEqual(first);
  });

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
