import type { DataSet } from 'dicom-parser';
import type { Tag } from '../tags';
import { wordBytes } from '../values';

/** A lookup table of DICOM (PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5). */
export interface LookupTable {
  /** The value that the first entry is for. */
  readonly first: number;
  readonly bits: number;
  readonly entries: Uint8Array | Uint16Array;
}

/** The three numbers before a table. */
export interface Descriptor {
  readonly count: number;
  readonly first: number;
  readonly bits: number;
}

/** The entries of a table of this many, or null where its data is not that. */
export type ReadEntries = (descriptor: Descriptor, data: Buffer) => LookupTable['entries'] | null;

/**
 * A table by its descriptor and data, or null where they do not fit each other.
 * @param signed whether the values that are looked up are, which decides how the first mapped value is read
 */
export function lookupTable(
  dataSet: DataSet,
  descriptorTag: Tag,
  dataTag: Tag,
  signed: boolean,
  read: ReadEntries = plainEntries,
): LookupTable | null {
  const descriptor = descriptorOf(dataSet, descriptorTag, signed);
  const entries = descriptor && read(descriptor, wordBytes(dataSet, dataTag));
  return entries && { first: descriptor.first, bits: descriptor.bits, entries };
}

/** A count of 0 means 65,536, which 16 bits cannot say. */
function descriptorOf(dataSet: DataSet, tag: Tag, signed: boolean): Descriptor | null {
  if ((dataSet.elements[tag]?.length ?? 0) < 6) return null;
  return {
    count: dataSet.uint16(tag, 0) || 65_536,
    first: (signed ? dataSet.int16(tag, 1) : dataSet.uint16(tag, 1)) ?? 0,
    bits: dataSet.uint16(tag, 2) ?? 0,
  };
}

/** One word an entry; entries of 8 bits may be packed, one byte an entry. */
function plainEntries({ count, bits }: Descriptor, data: Buffer): LookupTable['entries'] | null {
  if (data.length >= count * 2) return words(data, count);
  return data.length >= count && bits <= 8 ? data.subarray(0, count) : null;
}

/** The first words of little-endian bytes. */
export function words(data: Buffer, count: number): Uint16Array {
  const out = new Uint16Array(count);
  for (let i = 0; i < count; i++) out[i] = data.readUInt16LE(i * 2);
  return out;
}

/** The entry for a value; values beyond the table take its first or last entry. */
export function entryOf({ first, entries }: LookupTable, value: number): number {
  return entries[Math.min(Math.max(value - first, 0), entries.length - 1)]!;
}
