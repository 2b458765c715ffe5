import type { Database } from './database';

/** The model folders that a person has added, by absolute path. */
export class ModelFolders {
  constructor(private readonly database: Database.Database) {}

  /** In the order they were added. */
  list(): string[] {
    const rows = this.database.prepare('SELECT path FROM model_folders ORDER BY added_at, path').raw().all();
    return (rows as [string][]).map(([path]) => path);
  }

  add(path: string): void {
    this.database
      .prepare('INSERT OR IGNORE INTO model_folders VALUES (?, ?)')
      .run(path, new Date().toISOString());
  }

  remove(path: string): void {
    this.database.prepare('DELETE FROM model_folders WHERE path = ?').run(path);
  }
}
