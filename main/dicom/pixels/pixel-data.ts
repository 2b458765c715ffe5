import type { ElementHeader } from '../elements';
import { readElementHeader, undefinedLength } from '../elements';
import { FileFault } from '../faults';
import type { Header } from '../header';
import { limits } from '../limits';

/** The element with the pixels, and the extended offset table before it where there is one (PS3.3 C.7.6.3.1.8). */
export interface PixelDataElement extends ElementHeader {
  /** Offset of each frame from the end of the empty basic offset table; null without the table. */
  readonly extendedOffsets: readonly number[] | null;
}

const extendedOffsetTable = 0x7fe00001;
const pixelDataTags = [0x7fe00008, 0x7fe00009, 0x7fe00010];

/** @throws FileFault where the file has no pixel data */
export async function findPixelData({ source, pixelGroup, encoding }: Header): Promise<PixelDataElement> {
  let extendedOffsets: number[] | null = null;
  let element = pixelGroup;
  while (element && !pixelDataTags.includes(element.tag)) {
    if (element.length === undefinedLength) break;
    if (element.tag === extendedOffsetTable)
      extendedOffsets = offsets(await source.read(element.valueStart, element.length), element.length);
    element = await next(source, element.valueStart + element.length, encoding);
  }
  if (!element || !pixelDataTags.includes(element.tag))
    throw new FileFault('holds no pixel data; open files with an image.');
  return { ...element, extendedOffsets };
}

async function next(
  source: Header['source'],
  position: number,
  encoding: Header['encoding'],
): Promise<ElementHeader | null> {
  const bytes = await source.read(position, 12);
  if (bytes.length < 12) return null;
  const header = readElementHeader(bytes, 0, encoding);
  return { ...header, start: position, valueStart: position + header.valueStart };
}

function offsets(bytes: Buffer, length: number): number[] {
  if (bytes.length < length || length > limits.maxFrames * 8)
    throw new FileFault('has a damaged table of frame offsets; ask for a new copy of the file.');
  return Array.from({ length: length >> 3 }, (_, i) => Number(bytes.readBigUInt64LE(i * 8)));
}
