import { undefinedLength } from '../elements';
import { FileFault } from '../faults';
import { limits } from '../limits';
import type { Source } from '../source';
import { cutOff } from './extent';

/** One item of encapsulated pixel data (PS3.5 A.4). */
export interface Fragment {
  /** Where its bytes are in the source. */
  readonly start: number;
  readonly length: number;
  /** Its first three bytes, which tell where a JPEG or JPEG 2000 codestream begins. */
  readonly opening: number;
}

/** The basic offset table. */
export interface OffsetTable {
  /** Offset of each frame from its end, as far as it says so. */
  readonly offsets: readonly number[];
  /** Where the first fragment's item begins. */
  readonly end: number;
}

/** What is at a place: a fragment, the end of all, or nothing that should be there. */
type Item = Fragment | 'end' | 'cut off' | 'damaged';

const itemTag = 0xe000fffe;
const sequenceDelimiterTag = 0xe0ddfffe;
const itemHeaderBytes = 8;
const openingBytes = 3;

export const damagedPixelData = 'has damaged compressed pixel data; ask for a new copy of the file.';

/** Reads an item's header only. */
export async function itemAt(source: Source, position: number): Promise<Item> {
  const bytes = await source.read(position, itemHeaderBytes + openingBytes);
  if (bytes.length < itemHeaderBytes) return 'cut off';
  const tag = bytes.readUInt32LE(0);
  const length = bytes.readUInt32LE(4);
  if (tag === sequenceDelimiterTag) return 'end';
  if (tag !== itemTag || length === undefinedLength) return 'damaged';
  const start = position + itemHeaderBytes;
  if (start + length > source.size) return 'cut off';
  return { start, length, opening: bytes.length < 11 ? 0 : bytes.readUIntBE(8, openingBytes) };
}

/** @throws FileFault where there is none */
export async function readOffsetTable(source: Source, valueStart: number): Promise<OffsetTable> {
  const item = present(await itemAt(source, valueStart));
  if (!item || item.length > limits.maxFrames * 4) throw new FileFault(damagedPixelData);
  const bytes = await source.read(item.start, item.length);
  const offsets = Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(i * 4));
  return { offsets, end: item.start + item.length };
}

/**
 * All fragments, in order.
 * @throws FileFault where they are damaged or cut off
 */
export async function walkFragments(source: Source, first: number): Promise<readonly Fragment[]> {
  const fragments: Fragment[] = [];
  for (let position = first; ;) {
    const item = present(await itemAt(source, position));
    if (!item) return fragments;
    if (fragments.length >= limits.maxFragments) throw new FileFault(damagedPixelData);
    fragments.push(item);
    position = item.start + item.length;
  }
}

/**
 * The bytes of fragments.
 * @returns null where one of them is not where it is said to be
 */
export async function readFragments(source: Source, fragments: readonly Fragment[]): Promise<Buffer | null> {
  const parts = await Promise.all(
    fragments.map(async ({ start, length }) => {
      const bytes = await source.read(start - itemHeaderBytes, itemHeaderBytes + length);
      const isThere =
        bytes.length === itemHeaderBytes + length &&
        bytes.readUInt32LE(0) === itemTag &&
        bytes.readUInt32LE(4) === length;
      return isThere ? bytes.subarray(itemHeaderBytes) : null;
    }),
  );
  const [only = null] = parts;
  if (parts.length === 1 || parts.includes(null)) return parts.length === 1 ? only : null;
  return Buffer.concat(parts.filter((part) => part !== null));
}

function present(item: Item): Fragment | null {
  if (item === 'end') return null;
  if (item === 'cut off') throw new FileFault(cutOff);
  if (item === 'damaged') throw new FileFault(damagedPixelData);
  return item;
}
