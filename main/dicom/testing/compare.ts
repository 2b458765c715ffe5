import type { SlicePixels } from '../../../preload/vocabulary';

/**
 * Where two lists of numbers differ by more than the tolerance first, in words; '' where they do not. Rounds as the
 * actual list does.
 */
export function difference(actual: SlicePixels, expected: readonly number[], tolerance = 0): string {
  if (actual.length !== expected.length)
    return `${actual.length} values where ${expected.length} are expected`;
  const rounded = actual instanceof Float32Array ? Math.fround : (value: number) => value;
  const at = actual.findIndex(
    (value: number, i: number) => !(Math.abs(value - rounded(expected[i]!)) <= tolerance),
  );
  return at < 0 ? '' : `value ${at} is ${actual[at]} where ${expected[at]} is expected`;
}
