import type { DataSet } from 'dicom-parser';
import { decodeText, personName } from './text';
import type { Tag } from './tags';
import { tags } from './tags';

/** A string of the default repertoire, trimmed; '' where absent. */
export function code(dataSet: DataSet, tag: Tag): string {
  return dataSet.string(tag)?.replaceAll('\0', '').trim() ?? '';
}

/** All values of a multi-valued string, trimmed; [] where absent or empty. */
export function codes(dataSet: DataSet, tag: Tag): string[] {
  const value = code(dataSet, tag);
  return value === '' ? [] : value.split('\\').map((part) => part.trim());
}

/** All values of a decimal or integer string (VR DS, IS); NaN where one cannot be read as a number. */
export function numbers(dataSet: DataSet, tag: Tag): number[] {
  return codes(dataSet, tag).map((value) => (value === '' ? NaN : Number(value)));
}

/** The first value of a decimal or integer string, or null where absent or not a finite number. */
export function number(dataSet: DataSet, tag: Tag): number | null {
  const value = numbers(dataSet, tag)[0];
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** An unsigned 16-bit value (VR US), or null where absent. */
export function unsigned(dataSet: DataSet, tag: Tag): number | null {
  const element = dataSet.elements[tag];
  return element && element.length >= 2 ? (dataSet.uint16(tag) ?? null) : null;
}

/**
 * Text in the data set's own character set (VR LO, SH, ST), trimmed; '' where absent.
 * @param around the data set that an item lies in, whose character set it has where it names none (PS3.3 C.12.1.1.2)
 */
export function text(dataSet: DataSet, tag: Tag, around: DataSet = dataSet): string {
  const { SpecificCharacterSet } = tags;
  const named = dataSet.elements[SpecificCharacterSet] ? dataSet : around;
  return decodeText(bytesOf(dataSet, tag), codes(named, SpecificCharacterSet)).trim();
}

/** A person's name as people write it (VR PN): "Family, Given Middle". */
export function person(dataSet: DataSet, tag: Tag): string {
  const sets = codes(dataSet, tags.SpecificCharacterSet);
  return personName(decodeText(bytesOf(dataSet, tag), sets, 'name'));
}

/** The bytes of an element's value; none where absent. */
export function bytesOf(dataSet: DataSet, tag: Tag): Buffer {
  const element = dataSet.elements[tag];
  if (!element) return Buffer.alloc(0);
  const { buffer, byteOffset } = dataSet.byteArray;
  return Buffer.from(buffer, byteOffset + element.dataOffset, element.length);
}

/** The bytes of a value made of 16-bit words (VR US, SS, OW), little endian whatever the file is. */
export function wordBytes(dataSet: DataSet, tag: Tag): Buffer {
  const bytes = bytesOf(dataSet, tag);
  const isBigEndian = dataSet.byteArrayParser.readUint16(Uint8Array.of(0, 1), 0) === 1;
  if (!isBigEndian || dataSet.elements[tag]?.vr === 'OB') return bytes;
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}

/** All items of a sequence; [] where absent. */
export function itemsOf(dataSet: DataSet, tag: Tag): DataSet[] {
  return (dataSet.elements[tag]?.items ?? []).flatMap((item) => item.dataSet ?? []);
}

/** The first item of a sequence, or null where absent or empty. */
export function firstItem(dataSet: DataSet, tag: Tag): DataSet | null {
  return dataSet.elements[tag]?.items?.[0]?.dataSet ?? null;
}
