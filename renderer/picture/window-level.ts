import type { Slice, Window } from '../../preload/vocabulary';
import { paintGrey } from './grey-words';
import { closeShutter } from './shutter';

/** The window that shows every value of a grey slice: its minimum black, its maximum white. */
export function fullRange(slice: Slice): Window {
  return {
    center: (slice.minimum + slice.maximum) / 2,
    width: slice.maximum > slice.minimum ? slice.maximum - slice.minimum : 1,
    explanation: 'full range',
    voiLutFunction: 'LINEAR_EXACT',
  };
}

/**
 * A slice as it is displayed: rows × columns × 4 bytes of RGBA, opaque, the display shutter closed.
 * Grey goes through the VOI window (null: the slice's own first window, else its full range); colour is already
 * 0..255 and takes no window. `invert` is the reader's wish on top of the slice's own polarity.
 */
export function sliceToRgba(slice: Slice, window: Window | null, invert: boolean): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(slice.rows * slice.columns * 4);
  const { pixels } = slice;
  const flip = invert !== slice.inverted ? 255 : 0;
  if (pixels instanceof Uint8ClampedArray) paintColour(pixels, flip, rgba);
  else paintGrey(pixels, window ?? slice.windows[0] ?? fullRange(slice), flip, new Uint32Array(rgba.buffer));
  closeShutter(slice, rgba);
  return rgba;
}

function paintColour(pixels: Uint8ClampedArray, flip: number, rgba: Uint8ClampedArray): void {
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = flip ^ pixels[from]!;
    rgba[to + 1] = flip ^ pixels[from + 1]!;
    rgba[to + 2] = flip ^ pixels[from + 2]!;
    rgba[to + 3] = 255;
  }
}
