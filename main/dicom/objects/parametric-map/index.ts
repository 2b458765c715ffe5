import type { HeatMap, ImportedMap } from '../../../../preload/vocabulary';
import { limits } from '../../limits';
import { decodeFrame } from '../../pixels/decode-frame';
import type { ImagePixel } from '../../pixels/image-pixel';
import { readImagePixel } from '../../pixels/image-pixel';
import { storedValues } from '../../pixels/stored';
import type { PlacedFrame } from '../nearest';
import { nearestOnly } from '../nearest';
import type { Findings, ObjectReader, Reading } from '../object-reader';
import type { Placement } from '../placing';
import { Placing } from '../placing';
import { placingWords } from '../placing-words';
import { ifAny } from '../wording';
import type { RealWorldValues, Shortfall } from './real-world';
import { heatFrom, realWorldValues } from './real-world';
import { resampled } from './resample';

/** Parametric map (PS3.3 A.75): real-world values as heat maps on the pixels of their images. */
export const parametricMap: ObjectReader = { kind: 'PARAMETRIC MAP', read };

interface MapFrame extends PlacedFrame {
  readonly values: RealWorldValues;
}

async function read(reading: Reading): Promise<Findings> {
  const image = readImagePixel(reading.header);
  const frames = framesOf(reading, image);
  const shown = nearestOnly(frames);
  const shortfall: Shortfall = { negative: 0, missing: 0 };
  const maps: ImportedMap[] = [];
  let [bytes, beyond] = [0, 0];
  for (const frame of shown) {
    reading.signal.throwIfAborted();
    bytes += bytesOf(frame);
    if (bytes > limits.maxObjectMapBytes) beyond++;
    else maps.push(...(await mapsOf(reading, image, frame, shortfall)));
  }
  return {
    regions: [],
    maps,
    leftOut: [...placingWords(frames, shown), ...words(frames, shortfall, beyond)],
  };
}

/** Stored values stand for themselves where no mapping is given. */
const unmapped: RealWorldValues = { quantity: 'Stored value', unit: '1', of: (stored) => stored };

function framesOf({ header: { dataSet }, images }: Reading, image: ImagePixel): MapFrame[] {
  const placing = new Placing(dataSet, images, image);
  return Array.from({ length: image.numberOfFrames }, (_, index) => {
    const values = realWorldValues(dataSet, index + 1, image.signed) ?? unmapped;
    return { number: index + 1, values, what: values.quantity, placements: placing.of(index + 1) };
  });
}

function bytesOf({ placements }: MapFrame): number {
  return placements.reduce((sum, { image: { rows, columns } }) => sum + rows * columns * 4, 0);
}

async function mapsOf(
  { header }: Reading,
  image: ImagePixel,
  { number, values, placements }: MapFrame,
  shortfall: Shortfall,
): Promise<ImportedMap[]> {
  const stored = storedValues(await decodeFrame(header, image, number), image);
  const heat = heatFrom(stored, values.of, shortfall);
  return placements.map((placement) => ({
    sopInstanceUid: placement.image.sopInstanceUid,
    frame: placement.image.frame,
    map: heatMapOn(placement, heat),
    quantity: values.quantity,
    unit: values.unit,
  }));
}

function heatMapOn({ frame, image, sameGrid }: Placement, heat: Float32Array): HeatMap {
  const { rows, columns } = image;
  const values =
    sameGrid || !frame.plane || !image.plane
      ? heat
      : resampled(heat, { ...frame, plane: frame.plane }, { rows, columns, plane: image.plane });
  let peak = 0;
  for (const value of values) if (value > peak) peak = value;
  return { rows, columns, values, peak };
}

function words(frames: readonly MapFrame[], { negative, missing }: Shortfall, beyond: number): string[] {
  const megabytes = limits.maxObjectMapBytes / 1024 / 1024;
  return [
    ...ifAny(negative, 'negative value', 'set to 0: a heat map shows what lies above it.'),
    ...ifAny(missing, 'pixel', 'without a value set to 0.'),
    ...ifAny(beyond, 'frame', `left out: the maps of one object are read up to ${megabytes} MB.`),
    ...(frames.some(({ values }) => values === unmapped)
      ? ['No real-world values are given: stored values are shown.']
      : []),
  ];
}
