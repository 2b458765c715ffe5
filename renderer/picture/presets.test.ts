import { describe, expect, it } from 'vitest';
import type { Slice } from '../../preload/vocabulary';
import { ctPresets, presetsFor } from './presets';

const slice: Slice = {
  ...{ sopInstanceUid: '1.2', frame: 1, rows: 1, columns: 2, samples: 1, inverted: false, unit: '' },
  pixels: Int16Array.of(100, 500),
  windows: [{ center: 200, width: 100, explanation: 'Of the file' }],
  ...{ minimum: 100, maximum: 500, photometricInterpretation: 'MONOCHROME2', overlays: [], shutter: null },
};

const inShort = (of: Slice): unknown =>
  presetsFor(of).map(({ explanation, center, width }) => [explanation, center, width]);

describe('presets', () => {
  it('of CT are fixed numbers in HU', () => {
    expect(presetsFor({ ...slice, unit: 'HU' })).toBe(ctPresets);
    expect(ctPresets[1]).toEqual({ center: -600, width: 1500, explanation: 'Lung' });
  });

  it('of PET begin at no uptake', () => {
    const [first] = presetsFor({ ...slice, unit: 'GML' });
    expect(first).toEqual({ center: 2.5, width: 5, explanation: '0 to 5', voiLutFunction: 'LINEAR_EXACT' });
  });

  it('of all else come from the slice itself', () => {
    expect(inShort(slice)).toEqual([
      ['More contrast', 200, 50],
      ['Less contrast', 200, 200],
      ['All values', 300, 400],
    ]);
  });

  it('are exact where values are fractions', () => {
    const fractions = { ...slice, pixels: Float32Array.of(0.1, 0.5), minimum: 0.1, maximum: 0.5 };
    expect(presetsFor(fractions).every(({ voiLutFunction }) => voiLutFunction === 'LINEAR_EXACT')).toBe(true);
  });

  it('are none for colour, and none where all values are one', () => {
    expect(presetsFor({ ...slice, samples: 3 })).toEqual([]);
    expect(presetsFor({ ...slice, maximum: 100 })).toEqual([]);
  });
});
