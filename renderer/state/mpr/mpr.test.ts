import { describe, expect, it } from 'vitest';
import type { HeatMap, Instance, Series, Slice } from '../../../preload/vocabulary';
import { stackOf, type Stack } from '../../picture/mpr/stack';
import { framesOf, type Place } from '../frames';
import { CutSeries } from './cut-series';
import { binned, binningFor, readVolume } from './series-volume';

const size = { rows: 4, columns: 6 };

const instances = Array.from(
  { length: 5 },
  (_, index) =>
    ({
      ...{
        sopInstanceUid: `1.${index}`,
        numberOfFrames: 1,
        path: `/${index}`,
        ...size,
        frameOfReferenceUid: '9',
      },
      geometry: { position: [0, 0, index * 2], orientation: [1, 0, 0, 0, 1, 0] },
      spacing: { row: 1, column: 1, kind: 'patient' },
      ...{ frameGeometry: null, frameRate: null, imageType: ['ORIGINAL'] },
    }) as unknown as Instance,
);
const series = {
  seriesInstanceUid: '1',
  seriesDescription: 'Chest',
  modality: 'CT',
  instances,
} as unknown as Series;
const places = framesOf(series);
const stack = stackOf(instances) as Stack;

/** The value of a voxel is 100 × its slice + its column. */
const sliceOf = ({ instance }: Place, as: typeof Int16Array | typeof Float32Array = Int16Array): Slice => {
  const index = places.findIndex((place) => place.instance === instance);
  const pixels = as.from(Array.from({ length: 24 }, (_, i) => 100 * index + (i % 6)));
  return {
    ...{
      sopInstanceUid: instance.sopInstanceUid,
      frame: 1,
      ...size,
      samples: 1,
      pixels,
      inverted: false,
      unit: 'HU',
    },
    windows: [{ center: 40, width: 400, explanation: '' }],
    ...{ minimum: 100 * index, maximum: 100 * index + 5, photometricInterpretation: 'MONOCHROME2' },
    ...{ overlays: [], shutter: null },
  };
};

const reading = { onProgress: () => undefined, signal: new AbortController().signal };
const cutIn = async (direction: 'axial' | 'coronal' | 'sagittal'): Promise<CutSeries> =>
  new CutSeries(
    series,
    places,
    direction,
    stack,
    await readVolume(places, stack, (place) => Promise.resolve(sliceOf(place)), reading),
  );

describe('reading a volume', () => {
  it('holds the slices one after the other and tells how far it is', async () => {
    const told: number[] = [];
    const { volume, minimum, maximum, look } = await readVolume(
      places,
      stack,
      (place) => Promise.resolve(sliceOf(place)),
      {
        ...reading,
        onProgress: (done) => told.push(done),
      },
    );
    expect(volume.values).toBeInstanceOf(Int16Array);
    expect([...volume.values.subarray(24, 30)]).toEqual([100, 101, 102, 103, 104, 105]);
    expect([minimum, maximum, look.unit]).toEqual([0, 405, 'HU']);
    expect(told).toEqual([1, 2, 3, 4, 5]);
  });

  it('becomes one of fractions when one slice has them, and keeps what was read before', async () => {
    const read = (place: Place): Promise<Slice> =>
      Promise.resolve(sliceOf(place, place.instance === instances[3] ? Float32Array : Int16Array));
    const { volume } = await readVolume(places, stack, read, reading);
    expect(volume.values).toBeInstanceOf(Float32Array);
    expect([volume.values[0], volume.values[24], volume.values[4 * 24 + 2]]).toEqual([0, 100, 402]);
  });

  it('stops when it is cancelled, and refuses another unit in a sentence', async () => {
    const controller = new AbortController();
    controller.abort();
    const read = (place: Place): Promise<Slice> => Promise.resolve(sliceOf(place));
    await expect(readVolume(places, stack, read, { ...reading, signal: controller.signal })).rejects.toThrow(
      /stopped/,
    );
    const odd = (place: Place): Promise<Slice> =>
      Promise.resolve({ ...sliceOf(place), unit: place.instance === instances[2] ? 'US' : 'HU' });
    await expect(readVolume(places, stack, odd, reading)).rejects.toThrow(
      /Slice 3 is in US where others are in HU/,
    );
  });

  it('averages blocks where it would not fit, without moving anything', async () => {
    expect(binningFor(stack)).toBe(1);
    expect(binningFor(stack, 24 * 5 * 2 - 1)).toBe(2);
    expect(binned(stack, 2)).toMatchObject({
      columns: 3,
      rows: 2,
      origin: [0.5, 0.5, 0],
      toColumn: [2, 0, 0],
    });
    const { volume } = await readVolume(
      places,
      stack,
      (place) => Promise.resolve(sliceOf(place, Float32Array)),
      {
        ...reading,
        binning: 2,
      },
    );
    expect([...volume.values.subarray(6, 9)]).toEqual([100.5, 102.5, 104.5]);
  });
});

describe('a cut series', () => {
  it('is a series whose images lie in the patient, one for each row', async () => {
    const { series: cut } = await cutIn('coronal');
    expect(cut.instances).toHaveLength(4);
    expect(cut.instances[2]).toMatchObject({
      ...{
        rows: 9,
        columns: 6,
        path: '',
        spacing: { row: 1, column: 1, kind: 'patient' },
        frameOfReferenceUid: '9',
      },
      geometry: { position: [0, 2, 8], orientation: [1, 0, 0, 0, 0, -1] },
      imageType: ['DERIVED', 'SECONDARY', 'REFORMATTED'],
    });
  });

  it('shows the head above: the last slice in the first row, half-way values between slices', async () => {
    const cut = await cutIn('coronal');
    const slice = cut.slice(framesOf(cut.series)[0]!);
    expect([...slice.pixels.subarray(0, 12)]).toEqual([
      400, 401, 402, 403, 404, 405, 350, 351, 352, 353, 354, 355,
    ]);
    expect([slice.unit, slice.minimum, slice.maximum, slice.windows[0]?.width]).toEqual(['HU', 0, 405, 400]);
  });

  it('carries the maps of the slices along', async () => {
    const cut = await cutIn('sagittal');
    const mapOf = ({ instance }: Place): HeatMap | null =>
      instance === instances[4] ? { ...size, values: new Float32Array(24).fill(2), peak: 3 } : null;
    const [place] = framesOf(cut.series) as [Place];
    const map = cut.map(place, mapOf)!;
    expect([map.rows, map.columns, map.peak]).toEqual([9, 4, 3]);
    expect(Array.from({ length: 9 }, (_, row) => map.values[row * 4])).toEqual([2, 2, 0, 0, 0, 0, 0, 0, 0]);
    expect(cut.map(place, () => null)).toBeNull();
  });
});
