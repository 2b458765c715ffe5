import type { Geometry } from '../../preload/vocabulary';
import { alongNormal, geometryOfFrame } from '../picture/frame-geometry';
import type { Place } from './frames';

/** Something about an image that a reader must know before trusting it. */
export interface Notice {
  readonly id: 'lossy' | 'derived' | 'missing' | 'uneven' | 'geometry';
  /** Short enough for the image's corner. */
  readonly text: string;
  /** The same in a sentence. */
  readonly detail: string;
}

/** From plane to plane; the part by which steps may differ before they are called uneven, and a gap missing slices. */
const unevenBy = 0.05;
const gapFrom = 1.5;
const cosineTolerance = 1e-3;

/** What is to be said on one frame of a series. */
export function noticesOf(places: readonly Place[], index: number): readonly Notice[] {
  const place = places[index];
  if (!place) return [];
  return [lossy(place), derived(place), changed(places, index), missing(places, index)].filter(
    (notice) => notice !== null,
  );
}

function lossy({ instance }: Place): Notice | null {
  if (!instance.lossy) return null;
  const ratio = instance.lossyRatio ? ` ${Number(instance.lossyRatio.toPrecision(3))}:1` : '';
  const detail = 'This image was compressed with loss: fine detail may be missing or invented.';
  return { id: 'lossy', text: `Lossy compression${ratio}`, detail };
}

function derived({ instance: { imageType } }: Place): Notice | null {
  if (imageType[0] !== 'DERIVED') return null;
  const kinds = imageType.slice(2).filter((kind) => kind !== '' && kind !== 'NONE');
  const kind = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  const detail = 'This image was computed from others; its pixels are not what the scanner measured.';
  return { id: 'derived', text: kind ? `Derived${kind}` : 'Derived image', detail };
}

/** Where a place lies in the patient; null where its file does not say. */
export const geometryOfPlace = ({ instance, frame }: Place): Geometry | null =>
  geometryOfFrame(instance, frame);

function changed(places: readonly Place[], index: number): Notice | null {
  const [place, before] = [places[index]!, places[index - 1]];
  if (!before) return null;
  const what = whatChanged(before, place);
  if (!what) return null;
  const detail = `The ${what} of this image differs from that of the image before it in the series.`;
  return { id: 'geometry', text: `${what[0]!.toUpperCase()}${what.slice(1)} changes here`, detail };
}

function whatChanged(before: Place, place: Place): string {
  const [a, b] = [before.instance, place.instance];
  if (a.rows !== b.rows || a.columns !== b.columns) return 'size';
  const [from, to] = [geometryOfPlace(before), geometryOfPlace(place)];
  if (from && to && isTurned(from, to)) return 'orientation';
  const differs = (x = 0, y = 0): boolean => Math.abs(x - y) > 1e-4 * Math.max(x, y);
  const spacing = differs(a.spacing?.row, b.spacing?.row) || differs(a.spacing?.column, b.spacing?.column);
  return spacing ? 'pixel spacing' : '';
}

const isTurned = (a: Geometry, b: Geometry): boolean =>
  a.orientation.some((cosine, i) => Math.abs(cosine - b.orientation[i]!) > cosineTolerance);

function missing(places: readonly Place[], index: number): Notice | null {
  const steps = stepsOf(places);
  if (!steps) return null;
  const usual = median(steps.filter((step) => step > 0));
  const around = [steps[index - 1], steps[index]];
  const gaps = around.map((step = 0) => (step > gapFrom * usual ? Math.round(step / usual) - 1 : 0));
  if (gaps[0]! + gaps[1]! > 0) return gap(gaps[0]!, gaps[1]!);
  const uneven = steps.some((step) => step > 0 && Math.abs(step - usual) > unevenBy * usual);
  if (!uneven || steps.some((step) => step > gapFrom * usual)) return null;
  const detail = 'The distance from slice to slice is not the same throughout this series.';
  return { id: 'uneven', text: 'Uneven slice spacing', detail };
}

function gap(before: number, after: number): Notice {
  const count = Math.max(before, after);
  const where = before > 0 && after > 0 ? 'on both sides' : before > 0 ? 'before this one' : 'after this one';
  const slices = count === 1 ? '1 slice' : `${count} slices`;
  const text = before > 0 && after > 0 ? `Slices missing ${where}` : `${slices} missing ${where}`;
  const detail = `By the positions in the headers, ${text.toLowerCase()}: the series is not complete.`;
  return { id: 'missing', text, detail };
}

const known = new WeakMap<readonly Place[], readonly number[] | null>();

/** Distances from frame to frame along the normal, mm; null where the frames are no stack of parallel planes. */
function stepsOf(places: readonly Place[]): readonly number[] | null {
  const kept = known.get(places);
  if (kept !== undefined) return kept;
  const steps = measured(places);
  known.set(places, steps);
  return steps;
}

function measured(places: readonly Place[]): readonly number[] | null {
  const geometries = places.map(geometryOfPlace);
  const [first] = geometries;
  if (!first || places.length < 3) return null;
  if (!geometries.every((geometry) => geometry && !isTurned(first, geometry))) return null;
  const along = geometries.map((geometry) => alongNormal(geometry!));
  const steps = along.slice(1).map((position, i) => Math.round(Math.abs(position - along[i]!) * 1000) / 1000);
  return steps.some((step) => step > 0) ? steps : null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How many slices are missing inside a series by the positions of its slices. */
export function missingIn(places: readonly Place[]): number {
  const steps = stepsOf(places);
  if (!steps) return 0;
  const usual = median(steps.filter((step) => step > 0));
  return steps.reduce((sum, step) => sum + (step > gapFrom * usual ? Math.round(step / usual) - 1 : 0), 0);
}
