import { FileFault } from './faults';

/** How the elements of a data set are written (PS3.5 section 7.1 and annex A). */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

/** An element's header, and where its value lies. */
export interface ElementHeader {
  /** Group × 65536 + element. */
  readonly tag: number;
  /** '' in implicit VR. */
  readonly vr: string;
  /** undefinedLength where the value ends with a delimiter. */
  readonly length: number;
  /** Offset of the element's tag. */
  readonly start: number;
  /** Offset of the first byte of the value. */
  readonly valueStart: number;
}

export const undefinedLength = 0xffffffff;

/** The bytes at hand end before the element does; at least this many are needed. */
export class MoreBytesNeeded extends Error {
  override readonly name = 'MoreBytesNeeded';
  constructor(readonly bytes: number) {
    super(`The data set goes on to byte ${bytes} at least.`);
  }
}

/** The two letters of a VR as one number, as they lie in the file. */
const codeOf = (vr: string): number => vr.charCodeAt(0) * 256 + vr.charCodeAt(1);

const longVrs = ['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'];
const shortVrs = [
  ...['AE', 'AS', 'AT', 'CS', 'DA', 'DS', 'DT', 'FD', 'FL', 'IS', 'LO'],
  ...['LT', 'PN', 'SH', 'SL', 'SS', 'ST', 'TM', 'UI', 'UL', 'US'],
];
const known = new Map(
  [...shortVrs, ...longVrs].map((vr) => [codeOf(vr), { vr, long: longVrs.includes(vr) }] as const),
);

export const damaged = 'has a damaged header; ask for a new copy of the file.';

/** Whether a VR of PS3.5 table 6.2-1 stands at an offset. */
export function hasVr(bytes: Buffer, position: number): boolean {
  return position + 2 <= bytes.length && known.has(bytes[position]! * 256 + bytes[position + 1]!);
}

/** Reads one element's tag, VR and length (PS3.5 section 7.1.2 and 7.1.3). */
export function readElementHeader(bytes: Buffer, start: number, encoding: Encoding): ElementHeader {
  need(bytes, start + 8);
  const { littleEndian } = encoding;
  const tag = tagAt(bytes, start, littleEndian);
  if (!encoding.explicit || tag >>> 16 === 0xfffe)
    return { tag, vr: '', length: uint32(bytes, start + 4, littleEndian), start, valueStart: start + 8 };
  const entry =
    known.get(bytes[start + 4]! * 256 + bytes[start + 5]!) ?? unknownVr(bytes, start, littleEndian);
  const { vr, long } = entry;
  if (!long) return { tag, vr, length: uint16(bytes, start + 6, littleEndian), start, valueStart: start + 8 };
  need(bytes, start + 12);
  return { tag, vr, length: uint32(bytes, start + 8, littleEndian), start, valueStart: start + 12 };
}

/**
 * A VR that is not in the standard is read as UN: capitals with a length of four bytes where two reserved zeros
 * precede it, as every VR to come is written (PS3.5 section 6.2 note 3), else with one of two, as dcmtk reads it.
 */
function unknownVr(bytes: Buffer, start: number, littleEndian: boolean): { vr: string; long: boolean } {
  const vr = bytes.toString('latin1', start + 4, start + 6);
  if (!/^(?:[A-Z]{2}|[ ?\-*\0]{2})$/.test(vr)) throw new FileFault(damaged);
  return { vr: 'UN', long: /^[A-Z]/.test(vr) && uint16(bytes, start + 6, littleEndian) === 0 };
}

/** The tag at an offset: group × 65536 + element. */
export function tagAt(bytes: Buffer, position: number, littleEndian: boolean): number {
  return uint16(bytes, position, littleEndian) * 0x10000 + uint16(bytes, position + 2, littleEndian);
}

/** @throws MoreBytesNeeded where there are fewer bytes than this */
export function need(bytes: Buffer, length: number): void {
  if (bytes.length < length) throw new MoreBytesNeeded(length);
}

function uint16(bytes: Buffer, position: number, littleEndian: boolean): number {
  const a = bytes[position]!;
  const b = bytes[position + 1]!;
  return littleEndian ? a + b * 256 : a * 256 + b;
}

function uint32(bytes: Buffer, position: number, littleEndian: boolean): number {
  const first = uint16(bytes, position, littleEndian);
  const second = uint16(bytes, position + 2, littleEndian);
  return littleEndian ? first + second * 0x10000 : first * 0x10000 + second;
}
