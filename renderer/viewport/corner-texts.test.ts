import { describe, expect, it } from 'vitest';
import type { Instance, Slice } from '../../preload/vocabulary';
import { cursorText, figure, positionText, windowText } from './corner-texts';

const grey = {
  columns: 2,
  samples: 1,
  unit: 'HU',
  pixels: new Float32Array([0, -1024, 3.25, 40]),
} as unknown as Slice;
const colour = {
  columns: 1,
  samples: 3,
  unit: '',
  pixels: new Uint8ClampedArray([1, 2, 3]),
} as unknown as Slice;

describe('corner texts', () => {
  it('tell the value under the cursor with its unit, counting pixels from 1', () => {
    expect(cursorText(grey, [1, 0])).toBe('−1024 HU  (2, 1)');
    expect(cursorText(grey, [0, 1])).toBe('3.25 HU  (1, 2)');
    const wordy = { ...grey, unit: 'SIGNAL INTENSITY (UNITLESS)' };
    expect(cursorText(wordy, [0, 1])).toBe('3.25  (1, 2)');
    expect(cursorText(colour, [0, 0])).toBe('RGB 1 2 3  (1, 1)');
    expect(cursorText(grey, null)).toBe('');
  });

  it('tell the position of the very frame, where frames of one image lie apart', () => {
    const at = (z: number) => ({ position: [0, 0, z], orientation: [1, 0, 0, 0, 1, 0] });
    const instance = { geometry: at(5), frameGeometry: [at(5), at(8.5)], sliceThickness: 3 };
    const place = { instance: instance as unknown as Instance, frame: 2 };
    expect(positionText(place)).toEqual(['Position 8.5 mm', 'Thickness 3 mm']);
  });

  it('tell the window with its name', () => {
    expect(windowText({ center: 0.05, width: 0.1, explanation: '' })).toBe('C 0.05  W 0.1');
    expect(windowText({ center: -600, width: 1500, explanation: 'Lung' })).toBe('C −600  W 1500 · Lung');
    expect(windowText(null)).toBe('');
  });

  it('tell a sigmoid from a straight line, and a VOI LUT by its name', () => {
    const window = { center: 1, width: 20, explanation: 'BONE' };
    expect(windowText({ ...window, voiLutFunction: 'SIGMOID' })).toBe('C 1  W 20 · sigmoid · BONE');
    const lut = { first: 0, bits: 8, entries: Uint16Array.of(0) };
    expect(windowText({ ...window, lut })).toBe('VOI LUT · BONE');
    expect(windowText({ ...window, lut, explanation: 'VOI LUT' })).toBe('VOI LUT');
  });

  it('leave out trailing zeros', () => expect(figure(2.5004, 2)).toBe('2.5'));
});
