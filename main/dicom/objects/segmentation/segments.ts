import type { DataSet } from 'dicom-parser';
import { itemsOf, textIn } from '../codes';
import { groupItems } from '../frame-groups';
import { tags } from '../../tags';
import { code, unsigned } from '../../values';

/** Labels by segment number (PS3.3 C.8.20.4). */
export function segmentLabels(dataSet: DataSet): ReadonlyMap<number, string> {
  return new Map(
    itemsOf(dataSet, tags.SegmentSequence).flatMap((segment) => {
      const number = unsigned(segment, tags.SegmentNumber);
      if (number === null) return [];
      return [[number, textIn(segment, tags.SegmentLabel, dataSet) || `Segment ${number}`] as const];
    }),
  );
}

/** The segment that a frame (from 1) belongs to (PS3.3 C.8.20.3.1), or null where it does not say. */
export function segmentOf(dataSet: DataSet, frame: number): number | null {
  const [identification] = groupItems(dataSet, frame, tags.SegmentIdentificationSequence);
  return identification ? unsigned(identification, tags.ReferencedSegmentNumber) : null;
}

/** How the pixels of a segmentation say what belongs to a segment (PS3.3 C.8.20.2). */
export interface Coding {
  /** A frame holds one segment, or the numbers of all. */
  readonly labelMap: boolean;
  /** The smallest value that counts as inside, of a frame with one segment. */
  readonly from: number;
  /** What the label must say besides, '' where a pixel is inside or not. */
  readonly note: string;
}

/** Fractions count from one half; a value is a fraction of MaximumFractionalValue. */
export function codingOf(dataSet: DataSet): Coding {
  const type = code(dataSet, tags.SegmentationType);
  if (type === 'LABELMAP') return { labelMap: true, from: 1, note: '' };
  if (type !== 'FRACTIONAL') return { labelMap: false, from: 1, note: '' };
  const maximum = unsigned(dataSet, tags.MaximumFractionalValue) ?? 255;
  const what = code(dataSet, tags.SegmentationFractionalType) === 'OCCUPANCY' ? 'occupancy' : 'probability';
  return { labelMap: false, from: maximum / 2, note: ` (${what} ≥ 0.5)` };
}
