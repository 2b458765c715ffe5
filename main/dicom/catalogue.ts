import { basename } from 'node:path';
import type { Opened } from '../../preload/contract';
import type { Instance, Series, Study, StudyObject, Unreadable } from '../../preload/vocabulary';
import { inReadingOrder, naturally } from './order';
import type { FileRecord } from './record';

interface SeriesEntry {
  readonly series: FileRecord['series'];
  readonly instances: Map<string, Instance>;
  ordered: Series | null;
}

interface StudyEntry {
  readonly study: FileRecord['study'];
  readonly series: Map<string, SeriesEntry>;
  readonly objects: Map<string, StudyObject>;
}

/** Gathers files into studies → series → instances as they are read; a series is ordered anew only if it grew. */
export class Catalogue {
  readonly #studies = new Map<string, StudyEntry>();
  readonly #unreadable: Unreadable[] = [];
  readonly #news: FileRecord[] = [];
  #told = 0;
  #files = 0;

  /** Counts a file that was looked at, whatever became of it. */
  count(): void {
    this.#files++;
  }

  get files(): number {
    return this.#files;
  }

  /** Whether there is anything to show. */
  get hasAny(): boolean {
    return this.#studies.size > 0;
  }

  addUnreadable(path: string, reason: string): void {
    this.#unreadable.push({ path, reason });
  }

  add(record: FileRecord): void {
    const { study, series, instance, object } = record;
    this.#news.push(record);
    const entry = getOrAdd(this.#studies, study.studyInstanceUid, () => ({
      study,
      series: new Map(),
      objects: new Map(),
    }));
    if (object) this.#addObject(entry, object, instance !== undefined);
    if (!instance) return;
    const group = getOrAdd(entry.series, series.seriesInstanceUid, () => ({
      series,
      instances: new Map<string, Instance>(),
      ordered: null,
    }));
    const known = group.instances.get(instance.sopInstanceUid);
    if (!known) this.#put(group, instance);
    else if (known.path !== instance.path) this.#keepOne(group, known, instance);
  }

  /** Everything so far, studies newest first. */
  snapshot(): Opened {
    const studies = [...this.#studies.values()].map(studyFrom).sort(newestFirst);
    const unreadable = this.#unreadable.toSorted((a, b) => naturally(a.path, b.path));
    return { studies, unreadable, files: this.#files };
  }

  /**
   * What was found since this was asked last, in the same form: what is told of while files are read must not grow
   * with all that was told before.
   */
  takeNews(): Opened {
    const news = new Catalogue();
    for (const record of this.#news.splice(0)) news.add(record);
    const { studies } = news.snapshot();
    const unreadable = this.#unreadable.slice(this.#told);
    this.#told = this.#unreadable.length;
    return { studies, unreadable, files: this.#files };
  }

  #addObject({ objects }: StudyEntry, object: StudyObject, isImage: boolean): void {
    const known = objects.get(object.sopInstanceUid);
    if (!known) objects.set(object.sopInstanceUid, object);
    // An object that is also an image is told of as an image.
    else if (known.path !== object.path && !isImage)
      objects.set(object.sopInstanceUid, this.#first(known, object));
  }

  #put(group: SeriesEntry, instance: Instance): void {
    group.instances.set(instance.sopInstanceUid, instance);
    group.ordered = null;
  }

  #keepOne(group: SeriesEntry, known: Instance, instance: Instance): void {
    this.#put(group, this.#first(known, instance));
  }

  /** Of two files with the same SOP instance the first by name is shown, whichever was read first. */
  #first<File extends { readonly path: string }>(a: File, b: File): File {
    const [kept, left] = naturally(a.path, b.path) <= 0 ? [a, b] : [b, a];
    const reason = `${basename(left.path)} has the same SOPInstanceUID as ${basename(kept.path)}, which is shown.`;
    this.addUnreadable(left.path, reason);
    return kept;
  }
}

function studyFrom({ study, series, objects }: StudyEntry): Study {
  const isObject = (instance: Instance): boolean => objects.has(instance.sopInstanceUid);
  const ordered = [...series.values()].map(
    (entry) =>
      (entry.ordered ??= { ...entry.series, instances: inReadingOrder([...entry.instances.values()]) }),
  );
  // A map or segmentation is shown as an image only where there is no image to lay it on.
  const images = ordered.filter(({ instances }) => !instances.every(isObject));
  return {
    ...study,
    series: (images.length > 0 ? images : ordered).sort(bySeriesNumber),
    objects: [...objects.values()].sort((a, b) => naturally(a.path, b.path)),
  };
}

function bySeriesNumber(a: Series, b: Series): number {
  return (
    (a.seriesNumber ?? Infinity) - (b.seriesNumber ?? Infinity) ||
    naturally(a.instances[0]?.path ?? '', b.instances[0]?.path ?? '')
  );
}

function newestFirst(a: Study, b: Study): number {
  return (
    naturally(a.patientName, b.patientName) ||
    naturally(b.studyDate + b.studyTime, a.studyDate + a.studyTime) ||
    naturally(a.studyDescription, b.studyDescription) ||
    naturally(a.studyInstanceUid, b.studyInstanceUid)
  );
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
