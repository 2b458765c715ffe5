import { basename } from 'node:path';
import type { Explanation, Slice } from '../../preload/vocabulary';
import { readSlice } from '../dicom';
import { valueOf } from '../explain/target';
import { messageOf, PersonError } from '../process/errors';
import type { Session } from './engine-session';
import type { Found } from './found';
import { type PeakPlace, peakPlace } from './peak-place';

/** A frame (from 1) of an image. */
export interface FoundFrame extends Found {
  readonly frame: number;
}

/** What a run says of a slice. */
export interface SeriesRecord {
  readonly file: string;
  readonly seriesInstanceUid: string;
  readonly sopInstanceUid: string;
  readonly frame: number;
  /** Probability of the class, 0..1; or the difference of two, −1..1. */
  readonly score: number;
  /** In the map's unit: one scale for all slices of a run. */
  readonly peak: number;
  /** Null where the map shows no evidence. */
  readonly peakAt: PeakPlace | null;
}

/** A slice that could not be explained, and why; a file that is no image at all has no frame. */
export interface LeftOut {
  readonly file: string;
  readonly frame: number | null;
  readonly reason: string;
}

/** Slices that are read and explained together; this many fit the memory. */
const chunkLength = 16;

/** All frames of images, image after image. */
export const framesOf = (found: readonly Found[]): FoundFrame[] =>
  found.flatMap((one) =>
    Array.from({ length: Math.max(1, one.instance.numberOfFrames) }, (_, index) => ({
      ...one,
      frame: index + 1,
    })),
  );

interface ReadFrame {
  readonly from: FoundFrame;
  readonly slice: Slice;
}

const leftOutOf = ({ instance, frame }: FoundFrame, reason: string): LeftOut => ({
  ...{ file: basename(instance.path), frame, reason },
});

/** Reads frames; one that cannot be read is written down among those that are left out. */
async function readAll(frames: readonly FoundFrame[], leftOut: LeftOut[]): Promise<ReadFrame[]> {
  const read: ReadFrame[] = [];
  for (const from of frames) {
    const { path } = from.instance;
    try {
      read.push({ from, slice: await readSlice(path, from.frame) });
    } catch (thrown) {
      if (!(thrown instanceof PersonError)) throw thrown;
      leftOut.push(leftOutOf(from, messageOf(thrown)));
    }
  }
  return read;
}

function recordOf({ instance, series, frame }: FoundFrame, explanation: Explanation): SeriesRecord {
  const { scores, map } = explanation;
  return {
    file: basename(instance.path),
    seriesInstanceUid: series.seriesInstanceUid,
    sopInstanceUid: instance.sopInstanceUid,
    frame,
    score: valueOf(scores, explanation).probability,
    peak: map.peak,
    peakAt: peakPlace(map, instance, frame),
  };
}

/** What a run comes to. */
export interface SeriesResult {
  /** One of the explanations, for what all have in common. */
  readonly example: Explanation;
  readonly slices: readonly SeriesRecord[];
  readonly leftOut: readonly LeftOut[];
}

/** The class with the highest score on the middle frame, or on the next one that can be read. */
export async function topClassOf(session: Session, frames: readonly FoundFrame[]): Promise<number> {
  const leftOut: LeftOut[] = [];
  const middle = Math.floor(frames.length / 2);
  for (const from of [...frames.slice(middle), ...frames.slice(0, middle)]) {
    const [read] = await readAll([from], leftOut);
    if (read) return (await session.explain(read.slice)).classIndex;
  }
  throw new PersonError(leftOut[0]!.reason);
}

/**
 * Explains frames in one class; tells after each chunk how many are done. A frame that cannot be read, or that the model
 * cannot answer, is left out. Throws PersonError where all are, and where the question is at fault.
 */
export async function runSeries(
  session: Session,
  frames: readonly FoundFrame[],
  classIndex: number,
  tell: (done: number) => void,
): Promise<SeriesResult> {
  const slices: SeriesRecord[] = [];
  const leftOut: LeftOut[] = [];
  let example: Explanation | null = null;
  for (let first = 0; first < frames.length; first += chunkLength) {
    const read = await readAll(frames.slice(first, first + chunkLength), leftOut);
    const explained = await session.explainSeries(
      read.map(({ slice }) => slice),
      classIndex,
      example !== null,
    );
    for (const [i, one] of explained.entries()) {
      const { from } = read[i]!;
      if ('reason' in one) leftOut.push(leftOutOf(from, one.reason));
      else slices.push(recordOf(from, one));
    }
    example ??= explained.find((one): one is Explanation => !('reason' in one)) ?? null;
    tell(Math.min(first + chunkLength, frames.length));
  }
  if (!example) throw new PersonError(leftOut[0]!.reason);
  return { example, slices, leftOut };
}
