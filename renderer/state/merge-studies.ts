import type { SeriesOutline, StudyOutline } from '../../preload/contract';
import type { Instance, Series, Study, StudyObject, Unreadable } from '../../preload/vocabulary';
import { alongNormal } from '../picture/frame-geometry';

function mergeSeries(before: Series, added: Series): Series {
  const newer = new Map(added.instances.map((instance) => [instance.sopInstanceUid, instance]));
  const kept = before.instances.filter(({ sopInstanceUid }) => !newer.has(sopInstanceUid));
  return kept.length === 0 ? added : { ...added, instances: inOrder([...kept, ...added.instances]) };
}

/**
 * Each instance's place is computed once: sorting would ask for it many times over. Two parts that are in order
 * already take as many steps as they have instances.
 */
function inOrder(instances: readonly Instance[]): Instance[] {
  const placed = instances.map((instance) => ({
    instance,
    at: (instance.geometry ? alongNormal(instance.geometry) : instance.instanceNumber) ?? 0,
  }));
  return placed.sort((a, b) => a.at - b.at).map(({ instance }) => instance);
}

function mergeStudy(before: Study, added: Study): Study {
  const newer = new Map(added.series.map((series) => [series.seriesInstanceUid, series]));
  const kept = before.series.map((series) => {
    const other = newer.get(series.seriesInstanceUid);
    newer.delete(series.seriesInstanceUid);
    return other ? mergeSeries(series, other) : series;
  });
  const objects = mergeObjects(before.objects, added.objects);
  return { ...added, series: withoutObjects(inSeriesOrder([...kept, ...newer.values()]), objects), objects };
}

/** Series without a number come last, in the order in which they came. */
function inSeriesOrder(series: readonly Series[]): Series[] {
  const number = ({ seriesNumber }: Series): number => seriesNumber ?? Number.MAX_SAFE_INTEGER;
  return [...series].sort((a, b) => number(a) - number(b));
}

function mergeObjects(before: readonly StudyObject[], added: readonly StudyObject[]): StudyObject[] {
  const known = new Set(added.map(({ sopInstanceUid }) => sopInstanceUid));
  return [...before.filter(({ sopInstanceUid }) => !known.has(sopInstanceUid)), ...added];
}

/** A map or segmentation is shown as an image of its own only as long as there is no image to lay it on. */
function withoutObjects(series: readonly Series[], objects: readonly StudyObject[]): readonly Series[] {
  const uids = new Set(objects.map(({ sopInstanceUid }) => sopInstanceUid));
  const images = series.filter(
    ({ instances }) => !instances.every(({ sopInstanceUid }) => uids.has(sopInstanceUid)),
  );
  return images.length > 0 ? images : series;
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

/** Studies that were told in parts as their outlines have them; one that holds more than its outline keeps its order. */
export function arrangeStudies(studies: readonly Study[], outlines: readonly StudyOutline[]): Study[] {
  const known = new Map(outlines.map((outline) => [outline.studyInstanceUid, outline]));
  return studies.map((study) => {
    const outline = known.get(study.studyInstanceUid);
    return outline ? arrangeStudy(study, outline) : study;
  });
}

function arrangeStudy(study: Study, outline: StudyOutline): Study {
  const outlines = new Map(outline.series.map((series) => [series.seriesInstanceUid, series]));
  const series = study.series.map((one) => {
    const own = outlines.get(one.seriesInstanceUid);
    return own ? arrangeSeries(one, own) : one;
  });
  return { ...outline, series, objects: mergeObjects(study.objects, outline.objects) };
}

/** The list of instances stays the same list where it is in order already, so that nothing is drawn anew for it. */
function arrangeSeries({ instances }: Series, { instanceUids, ...series }: SeriesOutline): Series {
  const uids = instanceUids.split('\n');
  const inOrderAlready = instances.every(({ sopInstanceUid }, index) => sopInstanceUid === uids[index]);
  if (inOrderAlready) return { ...series, instances };
  const byUid = new Map(instances.map((instance) => [instance.sopInstanceUid, instance]));
  const arranged = uids.flatMap((uid) => byUid.get(uid) ?? []);
  return { ...series, instances: arranged.length === instances.length ? arranged : instances };
}

/** The files that could not be read, before and now; a file's newest reason counts. */
export function mergeUnreadable(before: readonly Unreadable[], added: readonly Unreadable[]): Unreadable[] {
  const known = new Set(added.map(({ path }) => path));
  return [...before.filter(({ path }) => !known.has(path)), ...added];
}
