import type { DataSet } from 'dicom-parser';
import { FileFault } from './faults';
import type { Header } from './header';
import { limits } from './limits';
import { tags } from './tags';
import { codes, unsigned } from './values';

const mediaStorageDirectory = '1.2.840.10008.1.3.10';
const inactive = 0;

/** Whether a file is the index of a disc (PS3.10 section 8.6), whatever its name. */
export function isDicomdir({ mediaStorageSopClassUid, dataSet }: Header): boolean {
  return mediaStorageSopClassUid === mediaStorageDirectory || directoryOf(dataSet) !== undefined;
}

/**
 * The files that a DICOMDIR refers to: the parts of each path below its folder (ReferencedFileID, PS3.3 F.3.2.2), each
 * once, in its order. Records are read one after the other: their offsets into the file are often wrong.
 * @throws FileFault where it has no records, or more than the limit
 */
export function filesReferredTo({ dataSet }: Header): string[][] {
  const records = directoryOf(dataSet);
  if (!records) throw new FileFault('lists no files; open the folder that it lies in.');
  if (records.length > limits.maxDirectoryRecords)
    throw new FileFault(
      `lists more than ${limits.maxDirectoryRecords} files; open the folder that it lies in.`,
    );
  const files = new Map<string, string[]>();
  for (const { dataSet: record } of records) {
    const parts = record ? partsOf(record) : [];
    if (parts.length > 0) files.set(parts.join('\\'), parts);
  }
  return [...files.values()];
}

function directoryOf(dataSet: DataSet): { readonly dataSet?: DataSet }[] | undefined {
  return dataSet.elements[tags.DirectoryRecordSequence]?.items;
}

function partsOf(record: DataSet): string[] {
  if (unsigned(record, tags.RecordInUseFlag) === inactive) return [];
  // Some writers put one value with slashes.
  return codes(record, tags.ReferencedFileID)
    .flatMap((part) => part.split('/'))
    .filter(Boolean);
}
