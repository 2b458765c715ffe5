import { limits } from '../../limits';
import { decodeFrame } from '../../pixels/decode-frame';
import type { ImagePixel } from '../../pixels/image-pixel';
import { readImagePixel } from '../../pixels/image-pixel';
import { storedValues } from '../../pixels/stored';
import { mapped } from '../mapped';
import type { Findings, ObjectReader, ObjectRegion, Reading } from '../object-reader';
import { originOf } from '../object-reader';
import { Placing } from '../placing';
import { placingWords } from '../placing-words';
import { ifAny } from '../wording';
import { masksIn } from './masks';
import type { SegmentFrame } from './nearest';
import { nearestOnly } from './nearest';
import { outlinesOf } from './outlines';
import type { Coding } from './segments';
import { codingOf, segmentLabels, segmentOf } from './segments';

/** Segmentation (PS3.3 A.51): masks as outlines along the edges of their pixels, fractions from one half on. */
export const segmentation: ObjectReader = {
  kind: 'SEG',
  async read(reading) {
    const image = readImagePixel(reading.header);
    const coding = codingOf(reading.header.dataSet);
    const frames = framesOf(reading, image, coding);
    const shown = nearestOnly(frames.filter(({ segment }) => segment !== null));
    const regions: ObjectRegion[] = [];
    for (const frame of shown) {
      reading.signal.throwIfAborted();
      if (regions.length > limits.maxObjectRegions) break;
      regions.push(...(await regionsOf(reading, image, coding, frame)));
    }
    return { regions, maps: [], leftOut: leftOut(frames, shown, regions) };
  },
};

function framesOf(
  { header: { dataSet }, images }: Reading,
  image: ImagePixel,
  coding: Coding,
): SegmentFrame[] {
  const placing = new Placing(dataSet, images, image);
  return Array.from({ length: image.numberOfFrames }, (_, index) => ({
    number: index + 1,
    segment: coding.labelMap ? 0 : segmentOf(dataSet, index + 1),
    placements: placing.of(index + 1),
  }));
}

async function regionsOf(
  { object, header }: Reading,
  image: ImagePixel,
  coding: Coding,
  { number, segment, placements }: SegmentFrame,
): Promise<ObjectRegion[]> {
  const labels = segmentLabels(header.dataSet);
  const values = storedValues(await decodeFrame(header, image, number), image);
  return masksIn(values, image, coding, segment ?? 0).flatMap((found) => {
    const name = labels.get(found.segment) ?? `Segment ${found.segment}`;
    const outlines = outlinesOf(found.mask);
    return placements.flatMap((placement) =>
      outlines.map((points) => ({
        sopInstanceUid: placement.image.sopInstanceUid,
        frame: placement.image.frame,
        kind: 'lesion' as const,
        label: name + coding.note,
        shape: 'polygon' as const,
        points: mapped(placement, points),
        origin: originOf(object, `${found.segment} ${name}`),
      })),
    );
  });
}

function leftOut(
  frames: readonly SegmentFrame[],
  shown: readonly SegmentFrame[],
  regions: readonly ObjectRegion[],
): Findings['leftOut'] {
  const placed = frames.filter(({ placements }) => placements.length > 0);
  const nameless = frames.filter(({ segment }) => segment === null);
  return [
    ...placingWords(frames),
    ...ifAny(nameless.length, 'frame', 'left out, as they do not say which segment they hold.'),
    ...ifAny(
      placed.length - nameless.length - shown.length,
      'frame',
      'between two slices left out; on each slice the nearest one is shown.',
    ),
    ...(shown.length > 0 && regions.length === 0
      ? ['The segmentation is empty: no pixel belongs to a segment.']
      : []),
  ];
}
