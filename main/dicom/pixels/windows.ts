import type { DataSet } from 'dicom-parser';
import type { Window } from '../../../preload/vocabulary';
import { groupOf } from '../functional-groups';
import { tags } from '../tags';
import { code, numbers, text } from '../values';
import type { ValueRange } from './range';
import type { Looked } from './voi-luts';
import { voiLuts } from './voi-luts';

/** VOI LUT functions (PS3.3 C.11.2.1.3); a window of another would be shown wrongly. */
const functions: Readonly<Record<string, Pick<Window, 'voiLutFunction'>>> = {
  '': {},
  LINEAR: {},
  LINEAR_EXACT: { voiLutFunction: 'LINEAR_EXACT' },
  SIGMOID: { voiLutFunction: 'SIGMOID' },
};

/**
 * VOI LUTs, then windows that the file brings with it for a frame (PS3.3 C.11.2); those that cannot be used are left
 * out.
 */
export function fileWindows(dataSet: DataSet, frame: number, looked: Looked): Window[] {
  const group = groupOf(dataSet, frame, tags.FrameVOILUTSequence);
  return [...voiLuts(group, dataSet, looked), ...distinct(functionWindows(group, dataSet))];
}

/** Some writers give one window twice, once for each of two names that they left empty. */
function distinct(windows: readonly Window[]): Window[] {
  const isLike = (a: Window, b: Window): boolean =>
    a.center === b.center && a.width === b.width && a.explanation === b.explanation;
  return windows.filter((window, index) => windows.findIndex((other) => isLike(window, other)) === index);
}

function functionWindows(group: DataSet, dataSet: DataSet): Window[] {
  const how = functions[code(group, tags.VOILUTFunction)];
  if (!how) return [];
  const smallest = how.voiLutFunction ? Number.MIN_VALUE : 1;
  const widths = numbers(group, tags.WindowWidth);
  const explanations = text(group, tags.WindowCenterWidthExplanation, dataSet).split('\\');
  return numbers(group, tags.WindowCenter).flatMap((center, index) => {
    const width = widths[index] ?? NaN;
    const explanation = explanations[index]?.trim() ?? '';
    return Number.isFinite(center) && Number.isFinite(width) && width >= smallest
      ? [{ center, width, explanation, ...how }]
      : [];
  });
}

/** The window that shows all but the darkest and brightest half percent of the values, whole numbers or fractions. */
export function computedWindow({ low, high }: ValueRange): Window {
  return {
    center: (low + high) / 2,
    width: high > low ? high - low : 1,
    explanation: 'From the pixel values',
    voiLutFunction: 'LINEAR_EXACT',
  };
}
