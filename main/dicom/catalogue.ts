import { basename } from 'node:path';
import type { Opened } from '../../preload/contract';
import type { Instance, Series, Study, Unreadable } from '../../preload/vocabulary';
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
}

/** Gathers files into studies → series → instances as they are read; a series is ordered anew only if it grew. */
export class Catalogue {
  readonly #studies = new Map<string, StudyEntry>();
  readonly #unreadable: Unreadable[] = [];
  #files = 0;

  /** Counts a file that was looked at, whatever became of it. */
  count(): void {
    this.#files++;
  }

  get files(): number {
    return this.#files;
  }

  addUnreadable(path: string, reason: string): void {
    this.#unreadable.push({ path, reason });
  }

  add({ study, series, instance }: FileRecord): void {
    const entry = getOrAdd(this.#studies, study.studyInstanceUid, () => ({ study, series: new Map() }));
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

  #put(group: SeriesEntry, instance: Instance): void {
    group.instances.set(instance.sopInstanceUid, instance);
    group.ordered = null;
  }

  /** Of two files with the same image the first by name is shown, whichever was read first. */
  #keepOne(group: SeriesEntry, known: Instance, instance: Instance): void {
    const [kept, left] = naturally(known.path, instance.path) <= 0 ? [known, instance] : [instance, known];
    this.#put(group, kept);
    const reason = `${basename(left.path)} has the same SOPInstanceUID as ${basename(kept.path)}, which is shown.`;
    this.addUnreadable(left.path, reason);
  }
}

function studyFrom({ study, series }: StudyEntry): Study {
  const ordered = [...series.values()].map(
    (entry) =>
      (entry.ordered ??= { ...entry.series, instances: inReadingOrder([...entry.instances.values()]) }),
  );
  return { ...study, series: ordered.sort(bySeriesNumber), objects: [] };
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
