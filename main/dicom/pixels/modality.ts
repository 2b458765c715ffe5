import type { DataSet } from 'dicom-parser';
import { FileFault } from '../faults';
import { groupOf } from '../functional-groups';
import { tags } from '../tags';
import { code, firstItem, numbers } from '../values';
import type { GreyValues } from './grey-values';
import { narrowed, rescaled } from './grey-values';
import { entryOf, lookupTable } from './lookup-table';
import type { StoredValues } from './stored';

/** Turns stored values into modality values (PS3.3 C.11.1), and says what they measure. */
export interface ModalityTransform {
  readonly unit: string;
  /** Whether values below 0 can come out. */
  readonly belowZero: boolean;
  apply(stored: StoredValues): GreyValues;
}

/**
 * By a Modality LUT, by RescaleSlope and RescaleIntercept, or by the DoseGridScaling of a dose (PS3.3 C.8.8.3.4).
 * @throws FileFault where the transformation of the frame cannot be understood: its values would be wrong
 */
export function modalityTransform(dataSet: DataSet, frame: number, signed: boolean): ModalityTransform {
  const lut = firstItem(dataSet, tags.ModalityLUTSequence);
  if (lut) return lookUp(lut, signed);
  const group = groupOf(dataSet, frame, tags.PixelValueTransformationSequence);
  const scale = dataSet.elements[tags.DoseGridScaling] ? 'DoseGridScaling' : 'RescaleSlope';
  const slope = coefficient(scale === 'RescaleSlope' ? group : dataSet, scale, 1);
  const intercept = coefficient(group, 'RescaleIntercept', 0);
  if (slope === 0) throw new FileFault(unusable(scale, '0'));
  return {
    unit: unitOf(dataSet, code(group, tags.RescaleType)),
    belowZero: signed || slope < 0 || intercept < 0,
    apply: (stored) => rescaled(stored, slope, intercept),
  };
}

type Coefficient = 'RescaleSlope' | 'RescaleIntercept' | 'DoseGridScaling';

function coefficient(dataSet: DataSet, keyword: Coefficient, absent: number): number {
  const value = numbers(dataSet, tags[keyword])[0] ?? absent;
  if (!Number.isFinite(value)) throw new FileFault(unusable(keyword, code(dataSet, tags[keyword])));
  return value;
}

function unusable(keyword: string, value: string): string {
  return `has a ${keyword} of "${value.slice(0, 16)}", so its pixel values mean nothing; send the image again.`;
}

/** What is said by the modality where there is no RescaleType. */
const unitsOf: Readonly<Record<string, (dataSet: DataSet) => string>> = {
  // Without a type CT is in Hounsfield units (PS3.3 C.11.1.1.2).
  CT: () => 'HU',
  PT: (dataSet) => code(dataSet, tags.Units),
  RTDOSE: (dataSet) => (code(dataSet, tags.DoseUnits) === 'GY' ? 'Gy' : ''),
};

/** US means unspecified (PS3.3 C.11.1.1.2). */
function unitOf(dataSet: DataSet, rescaleType: string): string {
  if (rescaleType !== '') return rescaleType === 'US' ? '' : rescaleType;
  return unitsOf[code(dataSet, tags.Modality)]?.(dataSet) ?? '';
}

function lookUp(item: DataSet, signed: boolean): ModalityTransform {
  const table = lookupTable(item, tags.LUTDescriptor, tags.LUTData, signed);
  const type = code(item, tags.ModalityLUTType);
  if (!table) throw new FileFault('has a damaged Modality LUT; ask for a new copy of the file.');
  return {
    unit: type === 'US' ? '' : type,
    belowZero: false,
    apply: (stored) => narrowed(Int32Array.from(stored, (value) => entryOf(table, value))),
  };
}
