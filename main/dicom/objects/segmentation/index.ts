import { limits } from '../../limits';
import { decodeFrame } from '../../pixels/decode-frame';
import type { ImagePixel } from '../../pixels/image-pixel';
import { readImagePixel } from '../../pixels/image-pixel';
import { storedValues } from '../../pixels/stored';
import { mapped } from '../mapped';
import type { PlacedFrame } from '../nearest';
import { nearestOnly } from '../nearest';
import type { ObjectReader, ObjectRegion, Reading } from '../object-reader';
import { originOf } from '../object-reader';
import { Placing } from '../placing';
import { placingWords } from '../placing-words';
import { ifAny } from '../wording';
import { masksIn } from './masks';
import { outlinesOf } from './outlines';
import type { Coding } from './segments';
import { codingOf, segmentLabels, segmentOf } from './segments';

/** Segmentation (PS3.3 A.51): masks as outlines along the edges of their pixels, fractions from one half on. */
export const segmentation: ObjectReader = {
  kind: 'SEG',
  async read(reading) {
    const image = readImagePixel(reading.header);
    const coding = codingOf(reading.header.dataSet);
    const all = framesOf(reading, image, coding);
    const frames = all.filter(({ segment }) => segment !== null);
    const shown = nearestOnly(frames);
    const labels = segmentLabels(reading.header.dataSet);
    const regions: ObjectRegion[] = [];
    for (const frame of shown) {
      reading.signal.throwIfAborted();
      if (regions.length > limits.maxObjectRegions) break;
      regions.push(...(await regionsOf(reading, image, { ...coding, labels }, frame)));
    }
    const leftOut = [
      ...ifAny(all.length - frames.length, 'frame', 'left out: it is not said which segment it holds.'),
      ...placingWords(frames, shown),
      ...(shown.length > 0 && regions.length === 0 ? ['No pixel belongs to a segment.'] : []),
    ];
    return { regions, maps: [], leftOut };
  },
};

interface SegmentFrame extends PlacedFrame {
  /** 0 for a frame with the numbers of all segments, null where the file does not say. */
  readonly segment: number | null;
}

function framesOf(
  { header: { dataSet }, images }: Reading,
  image: ImagePixel,
  coding: Coding,
): SegmentFrame[] {
  const placing = new Placing(dataSet, images, image);
  return Array.from({ length: image.numberOfFrames }, (_, index) => {
    const segment = coding.labelMap ? 0 : segmentOf(dataSet, index + 1);
    return { number: index + 1, segment, what: String(segment), placements: placing.of(index + 1) };
  });
}

async function regionsOf(
  { object, header }: Reading,
  image: ImagePixel,
  coding: Coding & { readonly labels: ReadonlyMap<number, string> },
  { number, segment, placements }: SegmentFrame,
): Promise<ObjectRegion[]> {
  const values = storedValues(await decodeFrame(header, image, number), image);
  return masksIn(values, image, coding, segment ?? 0).flatMap((found) => {
    const name = coding.labels.get(found.segment) ?? `Segment ${found.segment}`;
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
