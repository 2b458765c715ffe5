import type { DataSet } from 'dicom-parser';
import type { StoredValues } from '../../pixels/stored';
import type { Tag } from '../../tags';
import { tags } from '../../tags';
import { code, firstItem } from '../../values';
import { itemsOf, meaningOf, textIn } from '../codes';
import { groupItems } from '../frame-groups';

/** What the values of a frame measure and how they come from stored values (PS3.3 C.7.6.16.2.11). */
export interface RealWorldValues {
  readonly quantity: string;
  /** UCUM; '1' for none. */
  readonly unit: string;
  /** The value of a stored one; NaN where it is not mapped. */
  readonly of: (stored: number) => number;
}

/** The first mapping of a frame (from 1); null where it has none. */
export function realWorldValues(dataSet: DataSet, frame: number, signed: boolean): RealWorldValues | null {
  const [item] = groupItems(dataSet, frame, tags.RealWorldValueMappingSequence);
  if (!item) return null;
  const units = firstItem(item, tags.MeasurementUnitsCodeSequence);
  return {
    quantity: quantityOf(item, dataSet),
    unit: (units && code(units, tags.CodeValue)) || '1',
    of: mappingOf(item, signed),
  };
}

/** Meaning of the coded quantity, else what the mapping is called. */
function quantityOf(item: DataSet, root: DataSet): string {
  const [definition] = itemsOf(item, tags.QuantityDefinitionSequence);
  return (
    (definition && meaningOf(definition, tags.ConceptCodeSequence, root)) ||
    textIn(item, tags.LUTExplanation, root) ||
    textIn(item, tags.LUTLabel, root) ||
    'Value'
  );
}

function mappingOf(item: DataSet, signed: boolean): RealWorldValues['of'] {
  const first = bound(item, 'First', signed) ?? -Infinity;
  const last = bound(item, 'Last', signed) ?? Infinity;
  const table = doubles(item, tags.RealWorldValueLUTData);
  if (table.length > 0) return (stored) => table[stored - first] ?? NaN;
  const slope = doubles(item, tags.RealWorldValueSlope)[0] ?? 1;
  const intercept = doubles(item, tags.RealWorldValueIntercept)[0] ?? 0;
  return (stored) => (stored >= first && stored <= last ? stored * slope + intercept : NaN);
}

function bound(item: DataSet, end: 'First' | 'Last', signed: boolean): number | undefined {
  const double = doubles(item, tags[`DoubleFloatRealWorldValue${end}ValueMapped`])[0];
  if (double !== undefined) return double;
  const tag = tags[`RealWorldValue${end}ValueMapped`];
  if ((item.elements[tag]?.length ?? 0) < 2) return undefined;
  return signed ? item.int16(tag) : item.uint16(tag);
}

/** All values of VR FD. */
function doubles(item: DataSet, tag: Tag): number[] {
  const count = (item.elements[tag]?.length ?? 0) >> 3;
  return Array.from({ length: count }, (_, index) => item.double(tag, index) ?? NaN);
}

/** What became of the values of a map that a heat map cannot show. */
export interface Shortfall {
  negative: number;
  missing: number;
}

/** The largest finite value of 32 bits; a damaged slope leads beyond it. */
const largest = 2 ** 128 - 2 ** 104;

/** Values of a frame as a heat map holds them: from 0 up; what is below, or no number, becomes 0 and is counted. */
export function heatFrom(
  stored: StoredValues,
  of: RealWorldValues['of'],
  shortfall: Shortfall,
): Float32Array {
  const values = new Float32Array(stored.length);
  for (let i = 0; i < stored.length; i++) {
    const value = of(stored[i]!);
    if (value >= 0 && value <= largest) values[i] = value;
    else if (value < 0) shortfall.negative++;
    else shortfall.missing++;
  }
  return values;
}
