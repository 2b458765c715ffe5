import type { DataSet } from 'dicom-parser';
import type { ElementHeader, Encoding } from './elements';
import { MoreBytesNeeded, walkElements } from './elements';
import { FileFault } from './faults';
import type { FileMeta } from './file-meta';
import { readFileMeta } from './file-meta';
import { inflateDataSet } from './inflate';
import { limits } from './limits';
import { parseElements } from './parser';
import type { Source } from './source';
import { bufferSource } from './source';
import { transferSyntax } from './transfer-syntax';

/** Everything of a file before its pixel data, and where the pixel data is. */
export interface Header extends FileMeta {
  readonly dataSet: DataSet;
  /** Where pixel data is read from: the file, or the inflated data set. */
  readonly source: Source;
  /** The first element of group 7FE0, or null where there is none. */
  readonly pixelGroup: ElementHeader | null;
}

const firstRead = 16 * 1024;
const pixelGroupNumber = 0x7fe0;

/**
 * Reads a header without the pixel data: the first kilobytes, and more only while the header goes on.
 * @throws FileFault where it is not DICOM, cut off, damaged or beyond the limits
 */
export async function readHeader(source: Source): Promise<Header> {
  if (source.size === 0) throw new FileFault('is empty; ask for a new copy of the file.');
  const meta = await growing(source, readFileMeta);
  if (meta.transferSyntaxUid !== transferSyntax.deflatedExplicitLittleEndian)
    return headerFrom(source, meta, meta.dataSetStart);
  if (source.size > limits.maxWholeFileBytes) throw new FileFault(tooLarge());
  const deflated = await source.read(meta.dataSetStart, source.size - meta.dataSetStart);
  return headerFrom(bufferSource(await inflateDataSet(deflated)), meta, 0);
}

async function headerFrom(source: Source, meta: FileMeta, start: number): Promise<Header> {
  const read = (bytes: Buffer): Header => {
    const pixelGroup = walkElements(bytes, start, meta.encoding, isPixelGroup);
    // Bytes that end between two elements are the end of the data set only at the end of the file.
    if (!pixelGroup && bytes.length < source.size) throw new MoreBytesNeeded(bytes.length + 1);
    const dataSet = parse(bytes, start, pixelGroup?.start ?? bytes.length, meta.encoding);
    return { ...meta, dataSet, source, pixelGroup };
  };
  return growing(source, read);
}

function isPixelGroup(tag: number): boolean {
  return tag >>> 16 >= pixelGroupNumber;
}

function parse(bytes: Buffer, start: number, end: number, encoding: Encoding): DataSet {
  try {
    return parseElements(bytes, start, end, encoding);
  } catch (thrown) {
    // dicom-parser throws plain strings.
    throw new FileFault('has a damaged header; ask for a new copy of the file.', { cause: thrown });
  }
}

/** Runs a parse on the beginning of a source, with ever more of it while the parse asks for more. */
async function growing<Result>(source: Source, parse: (bytes: Buffer) => Result): Promise<Result> {
  for (let length = firstRead; ;) {
    const bytes = await source.read(0, length);
    try {
      return parse(bytes);
    } catch (thrown) {
      if (!(thrown instanceof MoreBytesNeeded)) throw thrown;
      if (bytes.length >= source.size || thrown.bytes > source.size) throw new FileFault(cutOff);
      if (thrown.bytes > limits.maxHeaderBytes) throw new FileFault(tooLarge());
      length = Math.max(length * 4, thrown.bytes + firstRead);
    }
  }
}

const cutOff = 'is cut off within its header; copy it again from where it came from.';

function tooLarge(): string {
  return `has a header of more than ${limits.maxHeaderBytes / 1024 / 1024} MB; it was not read.`;
}
