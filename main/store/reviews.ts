import type { Review } from '../../preload/contract';
import type { Region } from '../../preload/vocabulary';
import type { Database } from './database';
import { regionsSchema } from './region-schema';

/** What reviewers have marked and written, kept from the moment it is made. */
export class Reviews {
  constructor(private readonly database: Database.Database) {}

  /** The review of a study, or null where none was ever begun. */
  load(studyInstanceUid: string): Review | null {
    const row = this.database
      .prepare('SELECT regions, comment FROM reviews WHERE study_instance_uid = ?')
      .get(studyInstanceUid) as { regions: string; comment: string } | undefined;
    if (!row) return null;
    return { regions: regionsSchema.parse(JSON.parse(row.regions)), comment: row.comment };
  }

  saveRegions(studyInstanceUid: string, regions: readonly Region[]): void {
    const text = JSON.stringify(regionsSchema.parse(regions));
    this.database
      .prepare(
        `INSERT INTO reviews VALUES (?, ?, '', ?) ON CONFLICT (study_instance_uid)
         DO UPDATE SET regions = excluded.regions, changed_at = excluded.changed_at`,
      )
      .run(studyInstanceUid, text, new Date().toISOString());
  }

  saveComment(studyInstanceUid: string, comment: string): void {
    this.database
      .prepare(
        `INSERT INTO reviews VALUES (?, '[]', ?, ?) ON CONFLICT (study_instance_uid)
         DO UPDATE SET comment = excluded.comment, changed_at = excluded.changed_at`,
      )
      .run(studyInstanceUid, comment, new Date().toISOString());
  }

  /** Begins a review with given regions where none was begun; answers whether it did. */
  begin(studyInstanceUid: string, regions: readonly Region[]): boolean {
    const result = this.database
      .prepare(`INSERT OR IGNORE INTO reviews VALUES (?, ?, '', ?)`)
      .run(studyInstanceUid, JSON.stringify(regionsSchema.parse(regions)), new Date().toISOString());
    return result.changes > 0;
  }
}
