import type { DataSet } from 'dicom-parser';
import type { Vector } from '../../../../renderer/picture/mpr/stack';
import { tags } from '../../tags';
import { code, numbers } from '../../values';
import { itemsOf, textIn } from '../codes';

/** One contour of a region of interest (PS3.3 C.8.8.6). */
export interface Contour {
  readonly item: DataSet;
  readonly type: string;
  /** Vertices in the patient, mm; null where the file's numbers make none. */
  readonly points: readonly Vector[] | null;
}

/** A region of interest with its name and contours. */
export interface Structure {
  readonly number: number;
  readonly name: string;
  readonly frameOfReferenceUid: string;
  readonly contours: readonly Contour[];
}

/** The regions of interest of a structure set (PS3.3 C.8.8.5 and C.8.8.6), in the order of their contours. */
export function structuresOf(dataSet: DataSet): Structure[] {
  const definitions = new Map(
    itemsOf(dataSet, tags.StructureSetROISequence).map((item) => [numberIn(item, 'ROINumber'), item]),
  );
  return itemsOf(dataSet, tags.ROIContourSequence).map((item) => {
    const number = numberIn(item, 'ReferencedROINumber');
    const definition = definitions.get(number);
    return {
      number,
      name: (definition && textIn(definition, tags.ROIName, dataSet)) || `ROI ${number}`,
      frameOfReferenceUid: definition ? code(definition, tags.ReferencedFrameOfReferenceUID) : '',
      contours: itemsOf(item, tags.ContourSequence).map(contourOf),
    };
  });
}

function numberIn(item: DataSet, keyword: 'ROINumber' | 'ReferencedROINumber'): number {
  return numbers(item, tags[keyword])[0] ?? NaN;
}

function contourOf(item: DataSet): Contour {
  const values = numbers(item, tags.ContourData);
  const whole = values.length >= 3 && values.length % 3 === 0 && values.every(Number.isFinite);
  const points = Array.from({ length: values.length / 3 }, (_, i): Vector => [
    values[i * 3]!,
    values[i * 3 + 1]!,
    values[i * 3 + 2]!,
  ]);
  return { item, type: code(item, tags.ContourGeometricType), points: whole ? points : null };
}
