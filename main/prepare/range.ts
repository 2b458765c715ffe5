import type { Slice, Window } from '../../preload/vocabulary';
import { isStraight, type Voi, voiOf } from '../../renderer/picture/voi';
import type { InputRange } from './input';
import { percentiles } from './percentile';

/** Values from..to become 0..1. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * PS3.3 C.11.2.1.2.1 (LINEAR): c − 0.5 − (w − 1)/2 is black, c − 0.5 + (w − 1)/2 is white; C.11.2.1.3.2
 * (LINEAR_EXACT): c − w/2 and c + w/2.
 */
function windowSpan({ center, width, voiLutFunction }: Omit<Window, 'explanation'>): Span {
  if (voiLutFunction === 'LINEAR_EXACT') return { from: center - width / 2, to: center + width / 2 };
  const half = (width - 1) / 2;
  return { from: center - 0.5 - half, to: center - 0.5 + half };
}

/**
 * Which values of this slice are 0 and which are 1. A colour picture has no modality values: a window does not
 * apply to it, it is taken as displayed, 0..255.
 */
function spanOf(slice: Slice, range: InputRange): Span {
  if (range.kind === 'values') return { from: range.min, to: range.max };
  if (range.kind === 'percentile') {
    const [from, to] = percentiles(slice.pixels, [range.low, range.high]);
    return { from: from!, to: to! };
  }
  if (slice.samples === 3) return { from: 0, to: 255 };
  if (range.kind === 'window') return windowSpan(range);
  const first = slice.windows[0];
  return first ? windowSpan(first) : { from: slice.minimum, to: slice.maximum };
}

/** How a slice is displayed where that is no straight line: its first window is a VOI LUT or a sigmoid. */
function curveOf({ windows, samples }: Slice, range: InputRange): Voi | null {
  const [first] = windows;
  return range.kind === 'display' && samples === 1 && first && !isStraight(first) ? voiOf(first) : null;
}

/**
 * The slice's samples as 0..1, clipped, in the polarity of the display: 0 is black, so MONOCHROME1 is turned
 * round. Not-a-number counts as the low end of the range; a range of no width is a step.
 */
export function unitValues(slice: Slice, range: InputRange): Float32Array {
  const curve = curveOf(slice, range);
  const unit = curve ? alongCurve(slice, curve) : alongSpan(slice, spanOf(slice, range));
  if (slice.inverted) for (let i = 0; i < unit.length; i++) unit[i] = 1 - unit[i]!;
  return unit;
}

function alongCurve({ pixels }: Slice, curve: Voi): Float32Array {
  const unit = new Float32Array(pixels.length);
  for (let i = 0; i < unit.length; i++) unit[i] = curve(pixels[i]!) / 255;
  return unit;
}

function alongSpan({ pixels }: Slice, { from, to }: Span): Float32Array {
  const unit = new Float32Array(pixels.length);
  const scale = to > from ? 1 / (to - from) : Infinity;
  for (let i = 0; i < unit.length; i++) {
    const above = pixels[i]! - from;
    unit[i] = above > 0 ? Math.min(1, above * scale) : 0;
  }
  return unit;
}

/** Share 0..1 of the values that the range clips to black or white. */
export function clippedShare(unit: Float32Array): number {
  let clipped = 0;
  for (const value of unit) if (value === 0 || value === 1) clipped++;
  return unit.length === 0 ? 0 : clipped / unit.length;
}
