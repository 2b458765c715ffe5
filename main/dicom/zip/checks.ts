import { posix } from 'node:path';
import type { Entry } from 'yauzl';
import { getFileNameLowLevel, validateFileName } from 'yauzl';
import { limits } from '../limits';

const stored = 0;
const deflated = 8;

/** The name of an entry with slashes, without steps that lead nowhere; folders end with a slash. */
export function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return posix.normalize(getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false));
}

/** Whether an entry's bytes lie in the ZIP as they are. */
export function isStored({ compressionMethod }: Entry): boolean {
  return compressionMethod === stored;
}

/** Why an entry is not read, completing the sentence "<its name> …"; null where it can be. */
export function faultOf(entry: Entry, name: string): string | null {
  // A control character cannot be in a path, and is in no name that a person gave.
  if (validateFileName(name) !== null || /[\0-\x1f]/.test(name))
    return 'has a name that leads out of the ZIP; it was not read.';
  if (entry.isEncrypted()) return 'is encrypted; unzip it with its password and open the folder.';
  if (![stored, deflated].includes(entry.compressionMethod))
    return `is packed in a way that is not read here (method ${entry.compressionMethod}); unzip it and open the folder.`;
  if (isStored(entry))
    return entry.compressedSize === entry.uncompressedSize ? null : 'has a damaged entry in the ZIP.';
  return inflatedFault(entry);
}

function inflatedFault({ compressedSize, uncompressedSize }: Entry): string | null {
  if (uncompressedSize > limits.maxZipEntryBytes)
    return `inflates to more than ${limits.maxZipEntryBytes / 2 ** 20} MB; unzip it and open the folder.`;
  const suspicious = uncompressedSize > limits.maxUnsuspiciousBytes;
  if (suspicious && uncompressedSize > compressedSize * limits.maxZipRatio)
    return `inflates to more than ${limits.maxZipRatio} times its size, as no image does; it was not read.`;
  return null;
}
