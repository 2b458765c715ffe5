import type { DataSet } from 'dicom-parser';
import { FileFault } from '../faults';
import { groupOf } from '../functional-groups';
import type { Tag } from '../tags';
import { tags } from '../tags';
import { bytesOf, code, firstItem, numbers } from '../values';
import type { GreyValues } from './grey-values';
import { narrowed, rescaled } from './grey-values';
import type { StoredValues } from './stored';

/** Turns stored values into modality values (PS3.3 C.11.1), and says what they measure. */
export interface ModalityTransform {
  readonly unit: string;
  apply(stored: StoredValues): GreyValues;
}

/** @throws FileFault where the transformation of the frame cannot be understood: its values would be wrong */
export function modalityTransform(dataSet: DataSet, frame: number, signed: boolean): ModalityTransform {
  const lut = firstItem(dataSet, tags.ModalityLUTSequence);
  if (lut) return lookUp(lut, signed);
  const group = groupOf(dataSet, frame, tags.PixelValueTransformationSequence);
  const slope = coefficient(group, 'RescaleSlope', 1);
  const intercept = coefficient(group, 'RescaleIntercept', 0);
  if (slope === 0) throw new FileFault(unusable('RescaleSlope', '0'));
  return {
    unit: unitOf(dataSet, code(group, tags.RescaleType)),
    apply: (stored) => rescaled(stored, slope, intercept),
  };
}

function coefficient(dataSet: DataSet, keyword: 'RescaleSlope' | 'RescaleIntercept', absent: number): number {
  const value = numbers(dataSet, tags[keyword])[0] ?? absent;
  if (!Number.isFinite(value)) throw new FileFault(unusable(keyword, code(dataSet, tags[keyword])));
  return value;
}

function unusable(keyword: string, value: string): string {
  return `has a ${keyword} of "${value.slice(0, 16)}", so its pixel values mean nothing; send the image again.`;
}

/** US means unspecified; CT without a type is in Hounsfield units (PS3.3 C.11.1.1.2). */
function unitOf(dataSet: DataSet, rescaleType: string): string {
  if (rescaleType !== '') return rescaleType === 'US' ? '' : rescaleType;
  return code(dataSet, tags.Modality) === 'CT' ? 'HU' : '';
}

function lookUp(item: DataSet, signed: boolean): ModalityTransform {
  const table = lookupTable(item, tags.LUTDescriptor, tags.LUTData, signed);
  const type = code(item, tags.ModalityLUTType);
  if (!table) throw new FileFault('has a damaged Modality LUT; ask for a new copy of the file.');
  return {
    unit: type === 'US' ? '' : type,
    apply: (stored) => narrowed(Int32Array.from(stored, (value) => entryOf(table, value))),
  };
}

/** A lookup table of DICOM (PS3.3 C.11.1.1). */
export interface LookupTable {
  /** The stored value that the first entry is for. */
  readonly first: number;
  readonly bits: number;
  readonly entries: Uint8Array | Uint16Array;
}

/**
 * A table by its descriptor and data, or null where they do not fit each other.
 * @param signed whether stored values are, which decides how the first mapped value is read
 */
export function lookupTable(
  dataSet: DataSet,
  descriptorTag: Tag,
  dataTag: Tag,
  signed: boolean,
): LookupTable | null {
  if ((dataSet.elements[descriptorTag]?.length ?? 0) < 6) return null;
  const count = dataSet.uint16(descriptorTag, 0) || 65_536;
  const first = (signed ? dataSet.int16(descriptorTag, 1) : dataSet.uint16(descriptorTag, 1)) ?? 0;
  const bits = dataSet.uint16(descriptorTag, 2) ?? 0;
  const data = bytesOf(dataSet, dataTag);
  if (data.length >= count * 2) {
    const entries = Uint16Array.from({ length: count }, (_, i) => dataSet.uint16(dataTag, i) ?? 0);
    return { first, bits, entries };
  }
  return data.length >= count && bits <= 8 ? { first, bits, entries: data.subarray(0, count) } : null;
}

/** The entry for a stored value; values beyond the table take its first or last entry. */
export function entryOf({ first, entries }: LookupTable, value: number): number {
  return entries[Math.min(Math.max(value - first, 0), entries.length - 1)]!;
}
