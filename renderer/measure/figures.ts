import type { Slice } from '../../preload/vocabulary';
import type { Scale } from './scale';

const withMinus = (text: string): string => text.replace('-', '−');

/** A number with so many digits after the point, with a true minus, and none before a 0. */
const fixed = (value: number, digits: number): string => {
  const text = value.toFixed(digits);
  return withMinus(Number(text) === 0 ? text.replace('-', '') : text);
};

/** Digits after the point that leave a number so many digits that count; at least one, which tenths are. */
function digitsFor(value: number, counting: number): number {
  const before = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return Math.min(12, Math.max(1, counting - before));
}

/** What stands behind a measure that is only the detector's. */
const mark = (scale: Scale): string => (scale.atDetector ? ' at detector' : '');

/** A length to a tenth, to a hundredth under 1: '42.3 mm', '0.85 mm at detector', '120.4 px'. */
export function lengthText(length: number, scale: Scale): string {
  return `${lengthFigure(length)} ${scale.unit}${mark(scale)}`;
}

/** The same without the unit. */
export const lengthFigure = (length: number): string => fixed(length, length < 1 ? 2 : 1);

/** An area to three digits that count, and all before the point: '1312 mm²', '31.4 mm²', '250 px²'. */
export function areaText(area: number, scale: Scale): string {
  const digits = area >= 100 ? 0 : area >= 10 ? 1 : 2;
  return `${fixed(area, digits)} ${scale.unit}²${mark(scale)}`;
}

/** An angle to a tenth of a degree; '–' where there is none yet. */
export const angleText = (degrees: number): string => (Number.isNaN(degrees) ? '–' : `${fixed(degrees, 1)}°`);

/** A mean or a deviation: to a tenth where the values are whole numbers, else four digits that count. */
export function averageText(value: number, { pixels }: Slice): string {
  return fixed(value, pixels instanceof Float32Array ? digitsFor(value, 4) : 1);
}

/** A single value as it is; a fraction to six digits that count, without zeros at its end. */
export function valueText(value: number): string {
  return Number.isInteger(value)
    ? fixed(value, 0)
    : withMinus(String(Number(value.toFixed(digitsFor(value, 6)))));
}

/** A unit that is longer is a sentence, such as 'signal intensity (unitless)'. */
const longestUnit = 10;

/** The unit of modality values as it stands behind a number; '' where it says nothing: US is 'unspecified' (PS3.3 C.11.1.1.2). */
export const unitText = (unit: string): string => (unit === 'US' || unit.length > longestUnit ? '' : unit);
