import type { Instance, Series, Slice, SliceReference, Study, Unreadable } from '../../preload/vocabulary';

/** One frame in the reading order of a series. */
export interface Place {
  readonly instance: Instance;
  /** From 1. */
  readonly frame: number;
}

/** All frames of a series in reading order: instance after instance, each instance's frames from 1. */
export function framesOf(series: Series): Place[] {
  return series.instances.flatMap((instance) =>
    Array.from({ length: Math.max(1, instance.numberOfFrames) }, (_, index) => ({
      instance,
      frame: index + 1,
    })),
  );
}

/** One text a frame, for look-up tables. */
export const frameKey = ({ sopInstanceUid, frame }: SliceReference): string => `${sopInstanceUid}#${frame}`;

/** The same text for a place in a series. */
export const placeKey = ({ instance, frame }: Place): string =>
  frameKey({ sopInstanceUid: instance.sopInstanceUid, frame });

/** Memory that a slice's pixels take, in bytes. */
export const sliceBytes = (slice: Slice): number => slice.pixels.byteLength;

/** How far along the slice normal an instance lies, mm (dot product of position and normal); null without geometry. */
export function alongNormal({ geometry }: Instance): number | null {
  if (!geometry) return null;
  const [a, b, c, d, e, f] = geometry.orientation;
  const [x, y, z] = geometry.position;
  return x * (b * f - c * e) + y * (c * d - a * f) + z * (a * e - b * d);
}

function mergeSeries(before: Series, added: Series): Series {
  const byUid = new Map(before.instances.map((instance) => [instance.sopInstanceUid, instance]));
  const news = added.instances.filter((instance) => !byUid.has(instance.sopInstanceUid));
  if (added.instances.length - news.length === before.instances.length) return added;
  const order = (instance: Instance): number => alongNormal(instance) ?? instance.instanceNumber ?? 0;
  return { ...added, instances: [...before.instances, ...news].sort((a, b) => order(a) - order(b)) };
}

function mergeStudy(before: Study, added: Study): Study {
  const newer = new Map(added.series.map((series) => [series.seriesInstanceUid, series]));
  const kept = before.series.map((series) => {
    const other = newer.get(series.seriesInstanceUid);
    newer.delete(series.seriesInstanceUid);
    return other ? mergeSeries(series, other) : series;
  });
  return { ...added, series: [...kept, ...newer.values()] };
}

/** What was open and what was opened now; studies and series that are the same by UID become one. */
export function mergeStudies(before: readonly Study[], added: readonly Study[]): Study[] {
  const newer = new Map(added.map((study) => [study.studyInstanceUid, study]));
  const kept = before.map((study) => {
    const other = newer.get(study.studyInstanceUid);
    newer.delete(study.studyInstanceUid);
    return other ? mergeStudy(study, other) : study;
  });
  return [...kept, ...newer.values()];
}

/** The files that could not be read, before and now; a file's newest reason counts. */
export function mergeUnreadable(before: readonly Unreadable[], added: readonly Unreadable[]): Unreadable[] {
  const known = new Set(added.map(({ path }) => path));
  return [...before.filter(({ path }) => !known.has(path)), ...added];
}
