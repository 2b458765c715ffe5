import { describe, expect, it } from 'vitest';
import type { Slice } from '../../preload/vocabulary';
import { cardInput, type CardInput } from './input';
import { placementOf, seenBy } from './placement';
import { prepareSlice } from './prepare';
import { percentiles } from './percentile';
import { resample } from './resample';

const slice = (
  rows: number,
  columns: number,
  values: readonly number[],
  more: Partial<Slice> = {},
): Slice => ({
  sopInstanceUid: '1.2.3',
  frame: 1,
  rows,
  columns,
  samples: 1,
  pixels: Float32Array.from(values),
  inverted: false,
  unit: '',
  windows: [{ center: 128, width: 256, explanation: '' }],
  minimum: 0,
  maximum: 255,
  photometricInterpretation: 'MONOCHROME2',
  overlays: [],
  shutter: null,
  ...more,
});

const card = (more: Partial<CardInput>): CardInput =>
  cardInput.parse({
    rows: 2,
    columns: 2,
    channels: 1,
    modality: ['DX'],
    range: { kind: 'values', min: 0, max: 10 },
    resize: 'stretch',
    ...more,
  });

describe('prepareSlice', () => {
  it('maps values, clips them, and leaves the size alone when it fits', () => {
    const { input, shape } = prepareSlice(slice(2, 2, [-5, 0, 5, 20]), card({}));
    expect(shape).toEqual([1, 2, 2, 1]);
    expect([...input]).toEqual([0, 0, 0.5, 1]);
  });

  it('uses the LINEAR function of PS3.3 C.11.2.1.2.1 for a window', () => {
    const { input } = prepareSlice(
      slice(2, 2, [-160, 39.5, 239, 240]),
      card({ range: { kind: 'window', center: 40, width: 400 } }),
    );
    expect(input[0]).toBe(0);
    expect(input[1]).toBeCloseTo(0.5, 6);
    expect(input[2]).toBe(1);
    expect(input[3]).toBe(1);
  });

  it('turns MONOCHROME1 round so that the model sees what is displayed', () => {
    const { input } = prepareSlice(slice(1, 2, [0, 10], { inverted: true }), card({ rows: 1 }));
    expect([...input]).toEqual([1, 0]);
  });

  it('takes grey as displayed, through a VOI LUT or a sigmoid too', () => {
    const size = { rows: 1, columns: 3, range: { kind: 'display' as const } };
    const seen = (more: Partial<Slice>) => [...prepareSlice(slice(1, 3, [-9, 0, 1], more), card(size)).input];
    const lut = { first: 0, bits: 8, entries: Uint16Array.of(51, 255) };
    const tabled = { center: 1, width: 2, explanation: '', lut };
    expect(seen({ windows: [tabled] })).toEqual([Math.fround(0.2), Math.fround(0.2), 1]);
    expect(seen({ windows: [tabled], inverted: true })).toEqual(
      [1 - Math.fround(0.2), 1 - Math.fround(0.2), 0].map(Math.fround),
    );
    const sigmoid = { center: 0, width: 4, explanation: '', voiLutFunction: 'SIGMOID' as const };
    expect(seen({ windows: [sigmoid] })[1]).toBe(0.5);
    expect(seen({ windows: [sigmoid] })[2]).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  });

  it('makes the same of 16-bit values as of single precision', () => {
    const values = [-5, 0, 5, 20];
    const { input } = prepareSlice(slice(2, 2, [], { pixels: Int16Array.from(values) }), card({}));
    expect(input).toEqual(prepareSlice(slice(2, 2, values), card({})).input);
  });

  it('repeats grey in three channels, each with its own mean and std', () => {
    const { input } = prepareSlice(
      slice(1, 1, [10]),
      card({ rows: 1, columns: 1, channels: 3, normalise: { mean: [0, 0.5, 1], std: [1, 2, 4] } }),
    );
    expect([...input]).toEqual([1, 0.25, 0]);
  });

  it('takes colour as displayed, and its luma for a grey model', () => {
    const red = slice(1, 1, [], { samples: 3, pixels: Uint8ClampedArray.of(255, 0, 0), windows: [] });
    const size = { rows: 1, columns: 1, range: { kind: 'display' as const } };
    expect([...prepareSlice(red, card({ ...size, channels: 3 })).input]).toEqual([1, 0, 0]);
    expect(prepareSlice(red, card(size)).input[0]).toBeCloseTo(0.299, 6);
  });

  it('counts not-a-number as black and warns when nearly all is out of range', () => {
    const { input, warnings } = prepareSlice(slice(1, 2, [NaN, 99]), card({ rows: 1 }));
    expect([...input]).toEqual([0, 1]);
    expect(warnings).toHaveLength(1);
  });

  it('pads with black around a wide slice and says what was seen', () => {
    const { input, placement } = prepareSlice(
      slice(1, 4, [10, 10, 10, 10]),
      card({ rows: 4, columns: 4, resize: 'pad' }),
    );
    expect(seenBy(placement)).toEqual([0, 0, 4, 1]);
    const rows = [0, 1, 2, 3].map((row) => input.slice(4 * row, 4 * row + 4).reduce((a, b) => a + b));
    expect(rows.filter((sum) => sum === 4).length).toBeGreaterThan(0);
    expect(rows[0]).toBe(0);
    expect(rows[3]).toBe(0);
  });

  it('crops the centre of a wide slice', () => {
    const { input, placement } = prepareSlice(
      slice(1, 3, [0, 10, 0]),
      card({ rows: 1, columns: 1, resize: 'crop' }),
    );
    expect(seenBy(placement)).toEqual([1, 0, 1, 1]);
    expect([...input]).toEqual([1]);
  });

  it('takes percentiles of the slice', () => {
    const { input } = prepareSlice(slice(1, 5, [4, 0, 3, 1, 2]), {
      ...card({ rows: 1, columns: 5, range: { kind: 'percentile', low: 25, high: 75 } }),
    });
    expect([...input]).toEqual([1, 0, 1, 0, 0.5]);
  });
});

describe('percentiles', () => {
  it('are linear between ranks and ignore what is no number', () => {
    expect(percentiles([3, NaN, 1, 2, 0], [0, 50, 100, 10])).toEqual([0, 1.5, 3, expect.closeTo(0.3, 6)]);
    expect(percentiles([NaN], [50])).toEqual([0]);
  });

  it('agree with a full sort', () => {
    const values = Array.from({ length: 999 }, (_, i) => (i * 7919) % 257);
    const sorted = [...values].sort((a, b) => a - b);
    expect(percentiles(values, [50, 1, 99])).toEqual(
      [50, 1, 99].map((p) => {
        const at = (p / 100) * 998;
        const low = sorted[Math.floor(at)]!;
        return expect.closeTo(low + (at % 1) * (sorted[Math.ceil(at)]! - low), 4);
      }),
    );
  });
});

describe('resample', () => {
  it('keeps a constant a constant at any ratio', () => {
    for (const size of [1, 3, 7, 20]) {
      const source = { rows: 7, columns: 7, samples: 1 };
      const target = { rows: size, columns: size };
      const result = resample(
        new Float32Array(49).fill(5),
        source,
        target,
        placementOf(source, target, 'stretch'),
      );
      for (const value of result) expect(value).toBeCloseTo(5, 5);
    }
  });

  it('is bilinear with half-pixel centres when enlarging', () => {
    const source = { rows: 1, columns: 2, samples: 1 };
    const target = { rows: 1, columns: 4 };
    const result = resample(Float32Array.of(0, 1), source, target, placementOf(source, target, 'stretch'));
    expect([...result]).toEqual([0, 0.25, 0.75, 1]);
  });

  it('loses nothing when shrinking: one bright pixel off the border counts the same wherever it is', () => {
    const source = { rows: 1, columns: 64, samples: 1 };
    const target = { rows: 1, columns: 8 };
    for (let at = 12; at < 52; at++) {
      const values = new Float32Array(64);
      values[at] = 1;
      const result = resample(values, source, target, placementOf(source, target, 'stretch'));
      expect(result.reduce((sum, value) => sum + value)).toBeCloseTo(1 / 8, 3);
    }
  });
});
