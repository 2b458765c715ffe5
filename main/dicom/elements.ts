import { FileFault } from './faults';
import { limits } from './limits';

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

const item = 0xfffee000;
const itemDelimiter = 0xfffee00d;
const sequenceDelimiter = 0xfffee0dd;
const pixelData = 0x7fe00010;
const longVrs = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const damaged = 'has a damaged header; ask for a new copy of the file.';

interface Level {
  readonly kind: 'sequence' | 'item' | 'fragments';
  /** Offset of its end, or Infinity where a delimiter ends it. */
  readonly end: number;
  readonly explicit: boolean;
}

/** Reads one element's tag, VR and length (PS3.5 section 7.1.2 and 7.1.3). */
export function readElementHeader(bytes: Buffer, start: number, encoding: Encoding): ElementHeader {
  need(bytes, start + 8);
  const { littleEndian } = encoding;
  const tag = uint16(bytes, start, littleEndian) * 0x10000 + uint16(bytes, start + 2, littleEndian);
  if (!encoding.explicit || tag >>> 16 === 0xfffe)
    return { tag, vr: '', length: uint32(bytes, start + 4, littleEndian), start, valueStart: start + 8 };
  const vr = bytes.toString('latin1', start + 4, start + 6);
  if (!/^[A-Z]{2}$/.test(vr)) throw new FileFault(damaged);
  if (!longVrs.has(vr))
    return { tag, vr, length: uint16(bytes, start + 6, littleEndian), start, valueStart: start + 8 };
  need(bytes, start + 12);
  return { tag, vr, length: uint32(bytes, start + 8, littleEndian), start, valueStart: start + 12 };
}

/**
 * Walks the elements of a data set without building anything, to learn where a top-level element begins and that
 * everything before it is whole and not nested beyond the limit. dicom-parser then parses what was walked: on its
 * own it calls itself once a nesting level and reads beyond the end of what it is given.
 * @param stop tells at which top-level element to stop
 * @returns the element stopped at, or null where the data set ends first
 * @throws MoreBytesNeeded where the bytes end within an element; FileFault where the structure is broken
 */
export function walkElements(
  bytes: Buffer,
  start: number,
  encoding: Encoding,
  stop: (tag: number) => boolean,
): ElementHeader | null {
  const levels: Level[] = [];
  let position = start;
  for (;;) {
    leaveFinished(levels, position);
    if (levels.length === 0 && position === bytes.length) return null;
    const top = levels.at(-1);
    const header = readElementHeader(bytes, position, {
      explicit: top?.explicit ?? encoding.explicit,
      littleEndian: encoding.littleEndian,
    });
    if (!top && stop(header.tag)) return header;
    position = enter(bytes, header, levels, top?.explicit ?? encoding.explicit, encoding.littleEndian);
  }
}

/** Steps over an element, or into it where it is a sequence or an item; returns the next position. */
function enter(
  bytes: Buffer,
  header: ElementHeader,
  levels: Level[],
  explicit: boolean,
  littleEndian: boolean,
): number {
  if (header.tag >>> 16 === 0xfffe) return enterItem(header, levels, explicit);
  if (levels.at(-1)?.kind === 'sequence' || levels.at(-1)?.kind === 'fragments') throw new FileFault(damaged);
  if (isSequence(bytes, header, explicit, littleEndian)) {
    const end = header.length === undefinedLength ? Infinity : header.valueStart + header.length;
    levels.push({ kind: 'sequence', end, explicit: header.vr === 'UN' ? false : explicit });
    if (levels.length > limits.maxNesting * 2) throw new FileFault(tooDeep());
    return header.valueStart;
  }
  if (header.length !== undefinedLength) return header.valueStart + header.length;
  if (header.tag !== pixelData) throw new FileFault(damaged);
  levels.push({ kind: 'fragments', end: Infinity, explicit });
  return header.valueStart;
}

function enterItem(header: ElementHeader, levels: Level[], explicit: boolean): number {
  const top = levels.at(-1);
  const end = header.length === undefinedLength ? Infinity : header.valueStart + header.length;
  if (header.tag === item && top?.kind === 'fragments' && end !== Infinity) return end;
  if (header.tag === item && top?.kind === 'sequence') levels.push({ kind: 'item', end, explicit });
  else if (header.tag === itemDelimiter && top?.kind === 'item') levels.pop();
  else if (header.tag === sequenceDelimiter && top && top.kind !== 'item') levels.pop();
  else throw new FileFault(damaged);
  return header.valueStart;
}

function leaveFinished(levels: Level[], position: number): void {
  for (let top = levels.at(-1); top && position >= top.end; top = levels.at(-1)) {
    if (position > top.end) throw new FileFault(damaged);
    levels.pop();
  }
}

/** In implicit VR nothing but the first item's tag tells a sequence from a value; as dicom-parser decides it. */
function isSequence(bytes: Buffer, header: ElementHeader, explicit: boolean, littleEndian: boolean): boolean {
  const endless = header.length === undefinedLength;
  if (explicit) return header.vr === 'SQ' || (header.vr === 'UN' && endless);
  if (header.tag === pixelData) return false;
  if (endless) return true;
  const isPrivate = ((header.tag >>> 16) & 1) === 1;
  if (isPrivate || header.length === 0) return false;
  need(bytes, header.valueStart + Math.min(4, header.length));
  if (header.length < 4) return false;
  const first =
    uint16(bytes, header.valueStart, littleEndian) * 0x10000 +
    uint16(bytes, header.valueStart + 2, littleEndian);
  return first === item || first === sequenceDelimiter;
}

function tooDeep(): string {
  return `nests sequences more than ${limits.maxNesting} deep, which no modality writes; it was not read.`;
}

function need(bytes: Buffer, length: number): void {
  if (bytes.length < length) throw new MoreBytesNeeded(length);
}

function uint16(bytes: Buffer, position: number, littleEndian: boolean): number {
  return littleEndian ? bytes.readUInt16LE(position) : bytes.readUInt16BE(position);
}

function uint32(bytes: Buffer, position: number, littleEndian: boolean): number {
  return littleEndian ? bytes.readUInt32LE(position) : bytes.readUInt32BE(position);
}
