import type { Change, Review } from '../../preload/contract';
import type { Measurement, Region } from '../../preload/vocabulary';
import type { Database } from './database';
import { MarkList } from './mark-list';
import { measurementSchema } from './measurement-schema';
import { regionSchema } from './region-schema';

/** What reviewers have marked, measured and written, checked and kept from the moment it is made. */
export class Reviews {
  readonly #regions: MarkList<Region>;
  readonly #measurements: MarkList<Measurement>;

  constructor(private readonly database: Database.Database) {
    this.#regions = new MarkList(database, 'regions', regionSchema);
    this.#measurements = new MarkList(database, 'measurements', measurementSchema);
  }

  /** The review of a study, or null where none was ever begun. */
  load(studyInstanceUid: string): Review | null {
    const row = this.database
      .prepare('SELECT comment FROM reviews WHERE study_instance_uid = ?')
      .raw()
      .get(studyInstanceUid) as [string] | undefined;
    if (!row) return null;
    return {
      regions: this.#regions.load(studyInstanceUid),
      measurements: this.#measurements.load(studyInstanceUid),
      comment: row[0],
    };
  }

  changeRegions(studyInstanceUid: string, change: Change<Region>): void {
    this.#write(studyInstanceUid, () => this.#regions.change(studyInstanceUid, change));
  }

  changeMeasurements(studyInstanceUid: string, change: Change<Measurement>): void {
    this.#write(studyInstanceUid, () => this.#measurements.change(studyInstanceUid, change));
  }

  saveComment(studyInstanceUid: string, comment: string): void {
    this.#write(studyInstanceUid, () => {
      this.database
        .prepare('UPDATE reviews SET comment = ? WHERE study_instance_uid = ?')
        .run(comment, studyInstanceUid);
    });
  }

  /** Begins a review with given regions where none was begun; answers whether it did. */
  begin(studyInstanceUid: string, regions: readonly Region[]): boolean {
    if (this.load(studyInstanceUid)) return false;
    this.changeRegions(studyInstanceUid, { put: regions, removed: [], order: null });
    return true;
  }

  /** All of it, or nothing where it fails. */
  #write(studyInstanceUid: string, work: () => void): void {
    this.database.transaction(() => {
      this.database
        .prepare(
          `INSERT INTO reviews (study_instance_uid, comment, changed_at) VALUES (?, '', ?)
           ON CONFLICT (study_instance_uid) DO UPDATE SET changed_at = excluded.changed_at`,
        )
        .run(studyInstanceUid, new Date().toISOString());
      work();
    })();
  }
}
