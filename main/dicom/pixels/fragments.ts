import { FileFault } from '../faults';
import { limits } from '../limits';
import type { Source } from '../source';
import type { Fragment } from './fragment-index';
import { damagedPixelData, fragmentIndexOf, readItem, readOffsetTable } from './fragment-index';
import type { PixelDataElement } from './pixel-data';

const codestreamOpenings = [0xffd8ff, 0xff4fff];

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
  const table = await readOffsetTable(source, element.valueStart);
  const offsets = element.extendedOffsets ?? table.offsets;
  const direct = numberOfFrames > 1 ? await byOffset(source, table.end, offsets, frame, numberOfFrames) : null;
  if (direct) return readFragments(source, direct, frame);
  const fragments = await fragmentIndexOf(source, table);
  return readFragments(source, byCounting(fragments, frame, numberOfFrames), frame);
}

/**
 * The fragments of a frame where an offset table leads to them, so that one frame of a long recording does not cost
 * a look at the others; null where the table is not one of these frames, or leads astray.
 */
async function byOffset(
  source: Source,
  first: number,
  offsets: readonly number[],
  frame: number,
  numberOfFrames: number,
): Promise<Fragment[] | null> {
  const [start, end = null] = offsets.slice(frame - 1, frame + 1);
  if (offsets.length !== numberOfFrames || start === undefined || offsets[0] !== 0) return null;
  const fragments: Fragment[] = [];
  for (let at = start; end === null || at < end;) {
    const item = first + at + 8 <= source.size ? await readItem(source, first + at, false) : 'astray';
    if (item === 'astray' || (item === null && end !== null)) return null;
    if (item === null) break;
    if (fragments.length >= limits.maxFragments) throw new FileFault(damagedPixelData);
    fragments.push(item);
    at = item.start + item.length - first;
    if (end !== null && at > end) return null;
  }
  return fragments;
}

/** The fragments of a frame by how many there are, else by how codestreams begin. */
function byCounting(
  fragments: readonly Fragment[],
  frame: number,
  numberOfFrames: number,
): readonly Fragment[] {
  if (numberOfFrames === 1) return fragments;
  if (fragments.length === numberOfFrames) return fragments.slice(frame - 1, frame);
  const starts = fragments.flatMap(({ opening }, index) =>
    codestreamOpenings.includes(opening) ? [index] : [],
  );
  if (starts.length < numberOfFrames) throw new FileFault(missing(frame));
  if (starts.length > numberOfFrames)
    throw new FileFault(
      `holds ${starts.length} compressed images where its header says ${numberOfFrames} frames; ` +
        'ask for a new copy of the file.',
    );
  return fragments.slice(starts[frame - 1], starts[frame]);
}

async function readFragments(
  source: Source,
  fragments: readonly Fragment[],
  frame: number,
): Promise<Buffer> {
  const length = fragments.reduce((sum, fragment) => sum + fragment.length, 0);
  if (length === 0) throw new FileFault(missing(frame));
  if (length > limits.maxCompressedFrameBytes) throw new FileFault(damagedPixelData);
  const parts = await Promise.all(fragments.map(({ start, length }) => source.read(start, length)));
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts, length);
}

function missing(frame: number): string {
  return `has no pixel data for frame ${frame}; ask for a new copy of the file.`;
}
