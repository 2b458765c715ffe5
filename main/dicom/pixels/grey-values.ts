import type { StoredValues } from './stored';

/** Modality values of a grey frame: Int16Array where each is a whole number that fits, which halves its memory. */
export type GreyValues = Int16Array | Float32Array;

/**
 * Stored values × slope + intercept (PS3.3 C.11.1.1.2). Both kinds of array hold the same numbers: whether they are
 * whole is asked of the value as single precision has it.
 */
export function rescaled(stored: StoredValues, slope: number, intercept: number): GreyValues {
  const shifted = slope === 1 && Number.isInteger(intercept) ? shiftedBy(stored, intercept) : null;
  if (shifted) return shifted;
  const whole = new Int16Array(stored.length);
  for (let i = 0; i < whole.length; i++) {
    const value = Math.fround(stored[i]! * slope + intercept);
    // An Int16Array drops fractions, wraps what does not fit and makes NaN 0: then what comes out is not what went in.
    whole[i] = value;
    if (whole[i] !== value) return fractions(stored, slope, intercept);
  }
  return whole;
}

/** What most CT is: whole numbers plus a whole number; null for others, and where one does not fit into 16 bits. */
function shiftedBy(stored: StoredValues, intercept: number): Int16Array | null {
  if (stored instanceof Float32Array || stored instanceof Float64Array) return null;
  if (stored instanceof Int16Array && intercept === 0) return stored.slice();
  const whole = new Int16Array(stored.length);
  for (let i = 0; i < whole.length; i++) {
    const value = stored[i]! + intercept;
    whole[i] = value;
    if (whole[i] !== value) return null;
  }
  return whole;
}

/** A plain loop: Float32Array.from with a function takes ten times as long. */
function fractions(stored: StoredValues, slope: number, intercept: number): Float32Array {
  const values = new Float32Array(stored.length);
  for (let i = 0; i < values.length; i++) values[i] = stored[i]! * slope + intercept;
  return values;
}

/** Values as they are, in the smaller kind of array where that keeps every one. */
export function narrowed(values: StoredValues): GreyValues {
  return rescaled(values, 1, 0);
}
