import type { Slice, Window } from '../../preload/vocabulary';
import { unitText } from '../measure/figures';
import { alongNormal, geometryOfFrame } from '../picture/frame-geometry';
import type { Place } from '../state/frames';

/** A number with at most so many digits after the point, without trailing zeros, with a true minus. */
export function figure(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits))).replace('-', '−');
}

/** A modality value: two digits after the point, or as many as a fraction needs to be told from 0. */
const valueText = (value: number): string =>
  Math.abs(value) < 1 ? figure(Number(value.toPrecision(3)), 12) : figure(value, 2);

/** Window as centre and width, with its name where it has one; a VOI LUT has its name alone. */
export function windowText(window: Window | null): string {
  if (!window) return '';
  const { center, width, explanation, voiLutFunction, lut } = window;
  if (lut) return [...new Set(['VOI LUT', explanation])].filter(Boolean).join(' · ');
  const text = width < 10 ? valueText : figure;
  const sigmoid = voiLutFunction === 'SIGMOID' ? 'sigmoid' : '';
  return [`C ${text(center)}  W ${text(width)}`, sigmoid, explanation].filter(Boolean).join(' · ');
}

/** Position along the normal and thickness, where they are known. */
export function positionText({ instance, frame }: Place): string[] {
  const geometry = geometryOfFrame(instance, frame);
  const lines = [];
  if (geometry) lines.push(`Position ${figure(alongNormal(geometry))} mm`);
  if (instance.sliceThickness !== null) lines.push(`Thickness ${figure(instance.sliceThickness)} mm`);
  return lines;
}

/** The value of the pixel under the cursor, with its unit and its column and row (from 1). */
export function cursorText(slice: Slice, cursor: readonly [number, number] | null): string {
  if (!cursor) return '';
  const [column, row] = cursor;
  const at = (row * slice.columns + column) * slice.samples;
  const values = Array.from(slice.pixels.subarray(at, at + slice.samples), valueText);
  const value =
    slice.samples === 3 ? `RGB ${values.join(' ')}` : `${values[0]} ${unitText(slice.unit)}`.trim();
  return `${value}  (${column + 1}, ${row + 1})`;
}
