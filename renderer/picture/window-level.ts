import type { Slice, Window } from '../../preload/vocabulary';

/**
 * The VOI LUT function LINEAR with an output range of 0 to 255 (PS3.3 C.11.2.1.2.1):
 * at or below c − 0.5 − (w − 1)/2 the minimum, above c − 0.5 + (w − 1)/2 the maximum, between them
 * ((x − (c − 0.5)) / (w − 1) + 0.5) × 255. A width of 1 is a step at c − 0.5; NaN is shown as the minimum.
 */
export function linearVoi(value: number, center: number, width: number): number {
  const middle = center - 0.5;
  const half = (width - 1) / 2;
  if (!(value > middle - half)) return 0;
  if (value > middle + half) return 255;
  return ((value - middle) / (width - 1) + 0.5) * 255;
}

/**
 * The VOI LUT function LINEAR_EXACT with an output range of 0 to 255 (PS3.3 C.11.2.1.3.2): at or below c − w/2 the
 * minimum, above c + w/2 the maximum, between them (x − c) / w + 0.5; w is any number above 0.
 */
export function linearExactVoi(value: number, center: number, width: number): number {
  if (!(value > center - width / 2)) return 0;
  if (value > center + width / 2) return 255;
  return ((value - center) / width + 0.5) * 255;
}

/** The window that shows every value of a grey slice: its minimum black, its maximum white. */
export function fullRange(slice: Slice): Window {
  return {
    center: (slice.minimum + slice.maximum) / 2,
    width: slice.maximum > slice.minimum ? slice.maximum - slice.minimum : 1,
    explanation: 'full range',
    voiLutFunction: 'LINEAR_EXACT',
  };
}

/** Middle and half width of the slope between black and white. */
function slopeOf({ center, width, voiLutFunction }: Window): { middle: number; half: number } {
  if (voiLutFunction === 'LINEAR_EXACT') return { middle: center, half: width / 2 };
  return { middle: center - 0.5, half: (Math.max(1, width) - 1) / 2 };
}

/**
 * A slice as it is displayed: rows × columns × 4 bytes of RGBA, opaque.
 * Grey goes through the VOI window (null: the slice's own first window, else its full range); colour is already
 * 0..255 and takes no window. `invert` is the reader's wish on top of the slice's own MONOCHROME1.
 */
export function sliceToRgba(slice: Slice, window: Window | null, invert: boolean): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(slice.rows * slice.columns * 4);
  if (slice.samples === 3) paintColour(slice, invert, rgba);
  else paintGrey(slice, window ?? slice.windows[0] ?? fullRange(slice), invert, rgba);
  return rgba;
}

function paintGrey(slice: Slice, window: Window, invert: boolean, rgba: Uint8ClampedArray): void {
  const words = new Uint32Array(rgba.buffer);
  const { pixels } = slice;
  const { middle, half } = slopeOf(window);
  const low = middle - half;
  const high = middle + half;
  const scale = half > 0 ? 255 / (2 * half) : 0;
  const flip = invert !== slice.inverted ? 255 : 0;
  for (let i = 0; i < words.length; i++) {
    const value = pixels[i]!;
    // The same as linearVoi and linearExactVoi, written out: this loop runs over every pixel at every change of the window.
    const grey = !(value > low) ? 0 : value > high ? 255 : ((value - middle) * scale + 128) | 0;
    words[i] = (0xff000000 | ((grey ^ flip) * 0x010101)) >>> 0;
  }
}

function paintColour(slice: Slice, invert: boolean, rgba: Uint8ClampedArray): void {
  const { pixels } = slice;
  const flip = invert !== slice.inverted ? 255 : 0;
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = flip ^ pixels[from]!;
    rgba[to + 1] = flip ^ pixels[from + 1]!;
    rgba[to + 2] = flip ^ pixels[from + 2]!;
    rgba[to + 3] = 255;
  }
}
