import type { Encoding } from './elements';
import { MoreBytesNeeded, readElementHeader, undefinedLength } from './elements';
import { FileFault } from './faults';
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
const metaEncoding: Encoding = { explicit: true, littleEndian: true };

/** Whether the bytes begin as DICOM does: with the prefix, or without one with an element of group 0008. */
export function looksLikeDicom(bytes: Buffer): boolean {
  return hasPrefix(bytes) || bareEncoding(bytes) !== null;
}

/**
 * Reads the file meta information.
 * @throws MoreBytesNeeded where the bytes end within it; FileFault where it is not DICOM
 */
export function readFileMeta(bytes: Buffer): FileMeta {
  if (!hasPrefix(bytes)) return bareMeta(bytes);
  const dataSetStart = metaEnd(bytes);
  const meta = parseElements(bytes, prefixEnd, dataSetStart, metaEncoding);
  const uid = meta.string(tags.TransferSyntaxUID)?.trim() ?? '';
  if (uid === '')
    throw new FileFault('does not name its transfer syntax; send it again from where it came from.');
  return {
    transferSyntaxUid: uid,
    mediaStorageSopClassUid: meta.string(tags.MediaStorageSOPClassUID)?.trim() ?? '',
    encoding: settledEncoding(bytes, dataSetStart, uid),
    dataSetStart,
  };
}

/** Where group 0002 ends; what follows may be of any encoding, so nothing but its group number is looked at. */
function metaEnd(bytes: Buffer): number {
  let position = prefixEnd;
  for (;;) {
    if (position + 2 > bytes.length) throw new MoreBytesNeeded(position + 2);
    if (bytes.readUInt16LE(position) !== 2) return position;
    const { valueStart, length } = readElementHeader(bytes, position, metaEncoding);
    if (length === undefinedLength)
      throw new FileFault('has a damaged header; ask for a new copy of the file.');
    position = valueStart + length;
  }
}

function hasPrefix(bytes: Buffer): boolean {
  return bytes.length >= prefixEnd && bytes.toString('latin1', 128, prefixEnd) === 'DICM';
}

/** Some writers label an implicit data set as explicit; the first element's VR tells. */
function settledEncoding(bytes: Buffer, start: number, uid: string): Encoding {
  const encoding = encodingOf(uid);
  if (uid !== transferSyntax.explicitLittleEndian || bytes.length < start + 8) return encoding;
  const hasVr = /^[A-Z]{2}$/.test(bytes.toString('latin1', start + 4, start + 6));
  return hasVr ? encoding : { ...encoding, explicit: false };
}

/** A data set without preamble and meta information, as older systems and network dumps leave it. */
function bareMeta(bytes: Buffer): FileMeta {
  const encoding = bareEncoding(bytes);
  if (!encoding) throw new FileFault('is not a DICOM, PNG or JPEG file; open image files only.');
  const { implicitLittleEndian, explicitLittleEndian } = transferSyntax;
  return {
    transferSyntaxUid: encoding.explicit ? explicitLittleEndian : implicitLittleEndian,
    mediaStorageSopClassUid: '',
    encoding,
    dataSetStart: 0,
  };
}

function bareEncoding(bytes: Buffer): Encoding | null {
  if (bytes.length < 16 || bytes.readUInt16LE(0) !== 8 || bytes.readUInt16LE(2) > 0x18) return null;
  const explicit = /^(UL|UI|CS|SH|LO|DA|TM|DT|AE)$/.test(bytes.toString('latin1', 4, 6));
  const { length } = readElementHeader(bytes, 0, { explicit, littleEndian: true });
  return length <= 128 ? { explicit, littleEndian: true } : null;
}
