import type { Window } from '../../preload/vocabulary';
import { isStraight, voiOf } from './voi';

type Numbers = Int16Array | Float32Array;

/** Every value of 16 bits, each at the place of its own bits. */
const everyValue = Int16Array.from({ length: 65_536 }, (_, bits) => bits);

/** The table that was used last: the slices of a series have mostly the same window, each an object of its own. */
let last: { readonly window: Window; readonly flip: number; readonly words: Uint32Array } | null = null;

/**
 * Writes modality values as opaque grey pixels, one 32-bit word a pixel, as the window shows them.
 * @param flip 255 where low values are white, else 0
 */
export function paintGrey(values: Numbers, window: Window, flip: 0 | 255, words: Uint32Array): void {
  if (!(values instanceof Int16Array)) {
    paint(values, window, flip, words);
    return;
  }
  const table = tableOf(window, flip);
  for (let i = 0; i < words.length; i++) words[i] = table[values[i]! & 0xffff]!;
}

function tableOf(window: Window, flip: 0 | 255): Uint32Array {
  if (last && last.flip === flip && isSame(last.window, window)) return last.words;
  const words = new Uint32Array(everyValue.length);
  paint(everyValue, window, flip, words);
  last = { window, flip, words };
  return words;
}

function isSame(a: Window, b: Window): boolean {
  if (a.lut || b.lut) return a.lut === b.lut;
  return a.center === b.center && a.width === b.width && a.voiLutFunction === b.voiLutFunction;
}

function paint(values: Numbers, window: Window, flip: number, words: Uint32Array): void {
  if (isStraight(window)) paintSlope(values, slopeOf(window), flip, words);
  else paintCurve(values, window, flip, words);
}

interface Slope {
  readonly middle: number;
  readonly half: number;
}

/** Middle and half width of the slope between black and white. */
function slopeOf({ center, width, voiLutFunction }: Window): Slope {
  if (voiLutFunction === 'LINEAR_EXACT') return { middle: center, half: width / 2 };
  return { middle: center - 0.5, half: (Math.max(1, width) - 1) / 2 };
}

function paintSlope(values: Numbers, { middle, half }: Slope, flip: number, words: Uint32Array): void {
  const low = middle - half;
  const high = middle + half;
  const scale = half > 0 ? 255 / (2 * half) : 0;
  for (let i = 0; i < words.length; i++) {
    const value = values[i]!;
    // The same as linearVoi and linearExactVoi, written out: this loop runs over every pixel at every change of the window.
    const grey = !(value > low) ? 0 : value > high ? 255 : ((value - middle) * scale + 128) | 0;
    words[i] = (0xff000000 | ((grey ^ flip) * 0x010101)) >>> 0;
  }
}

function paintCurve(values: Numbers, window: Window, flip: number, words: Uint32Array): void {
  const shadeOf = voiOf(window);
  for (let i = 0; i < words.length; i++)
    words[i] = (0xff000000 | ((Math.round(shadeOf(values[i]!)) ^ flip) * 0x010101)) >>> 0;
}
