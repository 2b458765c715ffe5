import type { DataSet } from 'dicom-parser';
import type { ElementHeader } from './elements';
import { MoreBytesNeeded } from './elements';
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
 * @param named keys of the top-level elements to keep, by tag; all where it is absent
 * @throws FileFault where it is not DICOM, cut off, damaged or beyond the limits
 */
export async function readHeader(source: Source, named?: ReadonlyMap<number, string>): Promise<Header> {
  if (source.size === 0) throw new FileFault('is empty; ask for a new copy of the file.');
  const meta = await growing(source, readFileMeta);
  if (meta.transferSyntaxUid !== transferSyntax.deflatedExplicitLittleEndian)
    return headerFrom(source, meta, meta.dataSetStart, named);
  if (source.size > limits.maxWholeFileBytes) throw new FileFault(tooLarge());
  const deflated = await source.read(meta.dataSetStart, source.size - meta.dataSetStart);
  return headerFrom(bufferSource(await inflateDataSet(deflated)), meta, 0, named);
}

function headerFrom(
  source: Source,
  meta: FileMeta,
  start: number,
  named: ReadonlyMap<number, string> | undefined,
): Promise<Header> {
  return growing(source, (bytes) => {
    const { dataSet, stopped } = parseElements(bytes, start, meta.encoding, { stop: isBeyondHeader, named });
    // Bytes that end between two elements are the end of the data set only at the end of the file.
    if (!stopped && bytes.length < source.size) throw new MoreBytesNeeded(bytes.length + 1);
    const pixelGroup = stopped && stopped.tag >>> 16 === pixelGroupNumber ? stopped : null;
    return { ...meta, dataSet, source, pixelGroup };
  });
}

/** The pixel data, or the signatures and the padding that come after it (PS3.3 C.12.1.1.3, PS3.10 section 7.2). */
function isBeyondHeader(tag: number): boolean {
  return tag >>> 16 >= pixelGroupNumber;
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
