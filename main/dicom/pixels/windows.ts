import type { DataSet } from 'dicom-parser';
import type { Window } from '../../../preload/vocabulary';
import { groupOf } from '../functional-groups';
import { tags } from '../tags';
import { numbers, text } from '../values';
import type { ValueRange } from './range';

/** Windows that the file brings with it for a frame (PS3.3 C.11.2); those that cannot be used are left out. */
export function fileWindows(dataSet: DataSet, frame: number): Window[] {
  const group = groupOf(dataSet, frame, tags.FrameVOILUTSequence);
  const widths = numbers(group, tags.WindowWidth);
  const explanations = text(group, tags.WindowCenterWidthExplanation).split('\\');
  return numbers(group, tags.WindowCenter).flatMap((center, index) => {
    const width = widths[index] ?? NaN;
    const explanation = explanations[index]?.trim() ?? '';
    return Number.isFinite(center) && Number.isFinite(width) && width > 0
      ? [{ center, width, explanation }]
      : [];
  });
}

/** The window that shows all but the darkest and brightest half percent of the values. */
export function computedWindow({ low, high }: ValueRange): Window {
  return {
    center: (low + high) / 2,
    width: Math.max(high - low, 1e-6),
    explanation: 'From the pixel values',
  };
}
