import type { Encoding } from './elements';
import { damaged, hasVr, MoreBytesNeeded, readElementHeader, undefinedLength } from './elements';
import { FileFault, NotAnImage } from './faults';
import { parseElements } from './parser';
import { tags } from './tags';
import { encodingOf, transferSyntax } from './transfer-syntax';

/** What comes before the data set (PS3.10 section 7.1). */
export interface FileMeta {
  readonly transferSyntaxUid: string;
  readonly mediaStorageSopClassUid: string;
  readonly encoding: Encoding;
  /** Offset of the first byte of the data set. */
  readonly dataSetStart: number;
}

const prefixEnd = 132;
const explicitLittle: Encoding = { explicit: true, littleEndian: true };
const implicitLittle: Encoding = { explicit: false, littleEndian: true };
const explicitBig: Encoding = { explicit: true, littleEndian: false };
/** Longest value that the first element of a bare data set may have: group lengths, character sets, UIDs, dates. */
const longestFirstValue = 128;

/**
 * Reads the file meta information.
 * @throws MoreBytesNeeded where the bytes end within it; FileFault where it is not DICOM
 */
export function readFileMeta(bytes: Buffer): FileMeta {
  const start = metaStart(bytes);
  if (start === null) return guessed(bytes, 0, '');
  const encoding = hasVr(bytes, start + 4) ? explicitLittle : implicitLittle;
  const dataSetStart = metaEnd(bytes, start, encoding);
  const { dataSet } = parseElements(bytes.subarray(0, dataSetStart), start, encoding, { stop: never });
  const classUid = dataSet.string(tags.MediaStorageSOPClassUID)?.trim() ?? '';
  const uid = dataSet.string(tags.TransferSyntaxUID)?.trim() ?? '';
  if (uid === '') return guessed(bytes, dataSetStart, classUid);
  return {
    transferSyntaxUid: uid,
    mediaStorageSopClassUid: classUid,
    encoding: settledEncoding(bytes, dataSetStart, uid),
    dataSetStart,
  };
}

const never = (): boolean => false;

/** Where group 0002 begins: after the prefix, or at once where the preamble was lost; null where there is neither. */
function metaStart(bytes: Buffer): number | null {
  if (bytes.length >= prefixEnd && bytes.toString('latin1', 128, prefixEnd) === 'DICM') return prefixEnd;
  const bare = bytes.length >= 16 && bytes.readUInt16LE(0) === 2 && bytes.readUInt16LE(2) <= 0x10;
  return bare && hasVr(bytes, 4) ? 0 : null;
}

/** Where group 0002 ends; what follows may be of any encoding, so nothing but its group number is looked at. */
function metaEnd(bytes: Buffer, start: number, encoding: Encoding): number {
  let position = start;
  for (;;) {
    if (position + 2 > bytes.length) throw new MoreBytesNeeded(position + 2);
    if (bytes.readUInt16LE(position) !== 2) return position;
    const { valueStart, length } = readElementHeader(bytes, position, encoding);
    if (length === undefinedLength) throw new FileFault(damaged);
    position = valueStart + length;
  }
}

/** Some writers label an implicit data set as explicit, or the other way about; the first element's VR tells. */
function settledEncoding(bytes: Buffer, start: number, uid: string): Encoding {
  const encoding = encodingOf(uid);
  if (bytes.length < start + 8 || uid === transferSyntax.deflatedExplicitLittleEndian) return encoding;
  const explicit = hasVr(bytes, start + 4);
  if (uid === transferSyntax.explicitLittleEndian) return { ...encoding, explicit };
  // Read as a length, a VR would be of more than 16 KB times its first letter, as no first element's is.
  return uid === transferSyntax.implicitLittleEndian && explicit ? { ...encoding, explicit } : encoding;
}

/** A data set that nothing tells the transfer syntax of, as older systems and network dumps leave it. */
function guessed(bytes: Buffer, dataSetStart: number, mediaStorageSopClassUid: string): FileMeta {
  const encoding = bareEncoding(bytes, dataSetStart);
  if (!encoding && dataSetStart === 0)
    throw new NotAnImage('is not a DICOM, PNG or JPEG file; open image files only.');
  if (!encoding)
    throw new FileFault('does not name its transfer syntax; send it again from where it came from.');
  const { implicitLittleEndian, explicitLittleEndian, explicitBigEndian } = transferSyntax;
  const explicitUid = encoding.littleEndian ? explicitLittleEndian : explicitBigEndian;
  const transferSyntaxUid = encoding.explicit ? explicitUid : implicitLittleEndian;
  return { transferSyntaxUid, mediaStorageSopClassUid, encoding, dataSetStart };
}

function bareEncoding(bytes: Buffer, start: number): Encoding | null {
  if (bytes.length < start + 16) return null;
  const found = [explicitLittle, explicitBig, implicitLittle].find(({ explicit, littleEndian }) => {
    const group = littleEndian ? bytes.readUInt16LE(start) : bytes.readUInt16BE(start);
    const element = littleEndian ? bytes.readUInt16LE(start + 2) : bytes.readUInt16BE(start + 2);
    return group === 8 && element <= 0x18 && (!explicit || hasVr(bytes, start + 4));
  });
  return found && readElementHeader(bytes, start, found).length <= longestFirstValue ? found : null;
}
