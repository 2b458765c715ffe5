import type { Review } from '../../preload/contract';
import type { Measurement, Region } from '../../preload/vocabulary';
import type { Database } from './database';
import { measurementsSchema } from './measurement-schema';
import { regionsSchema } from './region-schema';

type Column = 'regions' | 'measurements' | 'comment';
type Row = Record<Column, string>;

/** What reviewers have marked, measured and written, kept from the moment it is made. */
export class Reviews {
  constructor(private readonly database: Database.Database) {}

  /** The review of a study, or null where none was ever begun. */
  load(studyInstanceUid: string): Review | null {
    const row = this.database
      .prepare('SELECT regions, measurements, comment FROM reviews WHERE study_instance_uid = ?')
      .get(studyInstanceUid) as Row | undefined;
    if (!row) return null;
    return {
      regions: regionsSchema.parse(JSON.parse(row.regions)),
      measurements: measurementsSchema.parse(JSON.parse(row.measurements)),
      comment: row.comment,
    };
  }

  saveRegions(studyInstanceUid: string, regions: readonly Region[]): void {
    this.#save(studyInstanceUid, 'regions', JSON.stringify(regionsSchema.parse(regions)));
  }

  saveMeasurements(studyInstanceUid: string, measurements: readonly Measurement[]): void {
    this.#save(studyInstanceUid, 'measurements', JSON.stringify(measurementsSchema.parse(measurements)));
  }

  saveComment(studyInstanceUid: string, comment: string): void {
    this.#save(studyInstanceUid, 'comment', comment);
  }

  /** Begins a review with given regions where none was begun; answers whether it did. */
  begin(studyInstanceUid: string, regions: readonly Region[]): boolean {
    const result = this.database
      .prepare(
        `INSERT OR IGNORE INTO reviews (study_instance_uid, regions, comment, changed_at) VALUES (?, ?, '', ?)`,
      )
      .run(studyInstanceUid, JSON.stringify(regionsSchema.parse(regions)), new Date().toISOString());
    return result.changes > 0;
  }

  #save(studyInstanceUid: string, column: Column, text: string): void {
    const values: Row = { regions: '[]', measurements: '[]', comment: '', [column]: text };
    this.database
      .prepare(
        `INSERT INTO reviews (study_instance_uid, regions, measurements, comment, changed_at)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (study_instance_uid)
         DO UPDATE SET ${column} = excluded.${column}, changed_at = excluded.changed_at`,
      )
      .run(studyInstanceUid, values.regions, values.measurements, values.comment, new Date().toISOString());
  }
}
