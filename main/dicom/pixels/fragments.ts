import { undefinedLength } from '../elements';
import { FileFault } from '../faults';
import { limits } from '../limits';
import type { Source } from '../source';
import { cutOff } from './extent';
import type { PixelDataElement } from './pixel-data';

/** One item of encapsulated pixel data (PS3.5 A.4). */
interface Fragment {
  /** Offset of its item tag from the first fragment's. */
  readonly offset: number;
  /** Where its bytes are in the source. */
  readonly start: number;
  readonly length: number;
  /** Its first two bytes, which tell where a JPEG or JPEG 2000 codestream begins. */
  readonly opening: number;
}

interface Encapsulated {
  readonly basicOffsets: readonly number[];
  readonly fragments: readonly Fragment[];
}

const itemTag = 0xe000fffe;
const sequenceDelimiterTag = 0xe0ddfffe;
const codestreamOpenings = [0xffd8, 0xff4f];
const damaged = 'has damaged compressed pixel data; ask for a new copy of the file.';

/**
 * The compressed bytes of one frame.
 * @param frame from 1
 * @throws FileFault where the file ends before it, or where fragments cannot be told to frames
 */
export async function readEncapsulatedFrame(
  source: Source,
  element: PixelDataElement,
  frame: number,
  numberOfFrames: number,
): Promise<Buffer> {
  const encapsulated = await walkFragments(source, element.valueStart);
  const own = fragmentsOf(encapsulated, element.extendedOffsets, frame, numberOfFrames);
  const length = own.reduce((sum, fragment) => sum + fragment.length, 0);
  if (own.length === 0 || length === 0) throw new FileFault(missing(frame));
  if (length > limits.maxCompressedFrameBytes) throw new FileFault(damaged);
  const parts = await Promise.all(own.map((fragment) => source.read(fragment.start, fragment.length)));
  return Buffer.concat(parts);
}

/** Reads the item headers only, so that one frame of a long recording does not cost the whole of it. */
async function walkFragments(source: Source, start: number): Promise<Encapsulated> {
  const table = await readItem(source, start);
  if (!table) throw new FileFault(damaged);
  const first = table.start + table.length;
  const fragments: Fragment[] = [];
  for (let position = first; ;) {
    const item = await readItem(source, position);
    if (!item) return { basicOffsets: await offsetsOf(source, table), fragments };
    if (fragments.length >= limits.maxFragments) throw new FileFault(damaged);
    fragments.push({ ...item, offset: position - first });
    position = item.start + item.length;
  }
}

/** One item, or null at the sequence delimiter. */
async function readItem(source: Source, position: number): Promise<Omit<Fragment, 'offset'> | null> {
  const bytes = await source.read(position, 10);
  if (bytes.length < 8) throw new FileFault(cutOff);
  const tag = bytes.readUInt32LE(0);
  if (tag === sequenceDelimiterTag) return null;
  const length = bytes.readUInt32LE(4);
  if (tag !== itemTag || length === undefinedLength) throw new FileFault(damaged);
  if (position + 8 + length > source.size) throw new FileFault(cutOff);
  return { start: position + 8, length, opening: bytes.length >= 10 ? bytes.readUInt16BE(8) : 0 };
}

async function offsetsOf(source: Source, table: { start: number; length: number }): Promise<number[]> {
  if (table.length > limits.maxFrames * 4) throw new FileFault(damaged);
  const bytes = await source.read(table.start, table.length);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(i * 4));
}

function fragmentsOf(
  { basicOffsets, fragments }: Encapsulated,
  extendedOffsets: readonly number[] | null,
  frame: number,
  numberOfFrames: number,
): readonly Fragment[] {
  if (numberOfFrames === 1) return fragments;
  if (fragments.length === numberOfFrames) return fragments.slice(frame - 1, frame);
  const starts = startsOf(extendedOffsets ?? basicOffsets, fragments, numberOfFrames);
  const [from, to = fragments.length] = starts.slice(frame - 1, frame + 1);
  if (from === undefined || from < 0) throw new FileFault(missing(frame));
  return fragments.slice(from, to < 0 ? fragments.length : to);
}

/** Index of the first fragment of each frame: from the offset table, else from how codestreams begin. */
function startsOf(offsets: readonly number[], fragments: readonly Fragment[], frames: number): number[] {
  if (offsets.length === frames) {
    const byOffset = new Map(fragments.map((fragment, index) => [fragment.offset, index]));
    return offsets.map((offset) => byOffset.get(offset) ?? -1);
  }
  return fragments.flatMap((fragment, index) =>
    codestreamOpenings.includes(fragment.opening) ? [index] : [],
  );
}

function missing(frame: number): string {
  return `has no pixel data for frame ${frame}; ask for a new copy of the file.`;
}
