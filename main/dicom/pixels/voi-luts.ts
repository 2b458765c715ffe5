import type { DataSet } from 'dicom-parser';
import type { VoiLut, Window } from '../../../preload/vocabulary';
import { tags } from '../tags';
import { itemsOf, text } from '../values';
import { lookupTable } from './lookup-table';

/** What the VOI LUTs of a frame look up. */
export interface Looked {
  /** Whether stored values are signed. */
  readonly signed: boolean;
  /** Whether modality values can be below 0. */
  readonly belowZero: boolean;
}

/**
 * All items of a VOI LUT Sequence (PS3.3 C.11.2.1.1) as windows that span their input; those that cannot be used are
 * left out.
 * @param group the data set that holds the sequence
 * @param dataSet the data set of the file
 */
export function voiLuts(group: DataSet, dataSet: DataSet, looked: Looked): Window[] {
  return itemsOf(group, tags.VOILUTSequence).flatMap((item) => {
    const table = lookupTable(item, tags.LUTDescriptor, tags.LUTData, isSigned(item, looked));
    if (!table) return [];
    const { first, bits } = table;
    const entries = Uint16Array.from(table.entries);
    const lut: VoiLut = { first, bits: bitsOf(bits, entries), entries };
    const explanation = text(item, tags.LUTExplanation, dataSet) || 'VOI LUT';
    // LINEAR's black is at c − 0.5 − (w − 1)/2, its white at c − 0.5 + (w − 1)/2.
    return [{ center: first + entries.length / 2, width: entries.length, explanation, lut }];
  });
}

/** How the first mapped value is read: as its VR says, and without one as the modality values are (PS3.3 C.11.2.1.1). */
function isSigned(item: DataSet, { signed, belowZero }: Looked): boolean {
  const vr = item.elements[tags.LUTDescriptor]?.vr;
  // Some write US whatever the pixels are; of signed pixels nothing lies where that would put the first value.
  return vr === 'US' ? signed : vr === 'SS' || belowZero;
}

/** The bits that entries are of, 8 to 16: as said, unless it cannot be or entries are larger than that. */
function bitsOf(said: number, entries: Uint16Array): number {
  const needed = Math.max(8, Math.ceil(Math.log2(entries.reduce((most, one) => Math.max(most, one), 0) + 1)));
  return said >= needed && said <= 16 ? said : needed;
}
