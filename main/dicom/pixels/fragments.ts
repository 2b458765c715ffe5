import { FileFault } from '../faults';
import { limits } from '../limits';
import type { Source } from '../source';
import type { Fragment } from './fragment-index';
import { damagedPixelData, itemAt, readFragments, readOffsetTable, walkFragments } from './fragment-index';
import type { PixelDataElement } from './pixel-data';
import { recallFragments, rememberFragments } from './remembered-fragments';

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
  if (numberOfFrames > 1) {
    const direct = await byOffset(source, table.end, offsets, frame, numberOfFrames);
    if (direct) return wholeFrame(source, direct, frame);
  }
  const key = `${source.size} ${table.end}`;
  const known = recallFragments(key);
  const bytes = known && (await frameBytes(source, byCounting(known, frame, numberOfFrames), frame));
  if (bytes) return bytes;
  const fragments = await walkFragments(source, table.end);
  if (numberOfFrames > 1) rememberFragments(key, fragments);
  return wholeFrame(source, byCounting(fragments, frame, numberOfFrames), frame);
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
    const item = await itemAt(source, first + at);
    if (item === 'end' && end === null) break;
    if (typeof item === 'string' || fragments.length >= limits.maxFragments) return null;
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
  if (frame > starts.length) throw new FileFault(missing(frame));
  if (starts.length !== numberOfFrames)
    throw new FileFault(
      `holds ${starts.length} compressed images where its header says ${numberOfFrames} frames; ` +
        'ask for a new copy of the file.',
    );
  return fragments.slice(starts[frame - 1], starts[frame]);
}

async function wholeFrame(source: Source, fragments: readonly Fragment[], frame: number): Promise<Buffer> {
  const bytes = await frameBytes(source, fragments, frame);
  if (!bytes) throw new FileFault(damagedPixelData);
  return bytes;
}

/** The frame's bytes, or null where its fragments are no longer where they were. */
function frameBytes(source: Source, fragments: readonly Fragment[], frame: number): Promise<Buffer | null> {
  const length = fragments.reduce((sum, fragment) => sum + fragment.length, 0);
  if (length === 0) throw new FileFault(missing(frame));
  if (length > limits.maxCompressedFrameBytes) throw new FileFault(damagedPixelData);
  return readFragments(source, fragments);
}

function missing(frame: number): string {
  return `has no pixel data for frame ${frame}; ask for a new copy of the file.`;
}
