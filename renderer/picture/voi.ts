import type { VoiLut, Window } from '../../preload/vocabulary';

/** A modality value as a shade of 0 (black) to 255 (white), not rounded. */
export type Voi = (value: number) => number;

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

/**
 * The VOI LUT function SIGMOID with an output range of 0 to 255 (PS3.3 C.11.2.1.3.1):
 * 255 / (1 + exp(−4 (x − c) / w)); w is any number above 0. NaN is shown as the minimum.
 */
export function sigmoidVoi(value: number, center: number, width: number): number {
  return 255 / (1 + Math.exp((-4 * (value - center)) / width)) || 0;
}

/**
 * A VOI LUT (PS3.3 C.11.2.1.1) with its output range of 0 to 2^bits − 1 stretched to 0 to 255. Values beyond the table
 * take its first or last entry, fractions the entry that is nearest; NaN is shown as the first.
 */
export function lutVoi(value: number, { first, bits, entries }: VoiLut): number {
  const at = Math.min(Math.max(Math.round(value - first), 0), entries.length - 1);
  return (Math.min(entries[at || 0]! / (2 ** bits - 1), 1) || 0) * 255;
}

/** What turns the modality values into shades for a window: its LUT where it has one, else its function. */
export function voiOf({ center, width, voiLutFunction, lut }: Omit<Window, 'explanation'>): Voi {
  if (lut) return (value) => lutVoi(value, lut);
  if (voiLutFunction === 'SIGMOID') return (value) => sigmoidVoi(value, center, width);
  if (voiLutFunction === 'LINEAR_EXACT') return (value) => linearExactVoi(value, center, width);
  return (value) => linearVoi(value, center, Math.max(1, width));
}

/** Whether shades rise along a straight line between two values, and are black and white beyond. */
export function isStraight({ voiLutFunction, lut }: Omit<Window, 'explanation'>): boolean {
  return !lut && voiLutFunction !== 'SIGMOID';
}
