import type { Database } from './database';

/** What is written down: that a map was made, that a report left the application. */
export type TrailAction = 'explanation' | 'export';

export interface TrailEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly action: TrailAction;
  /** The UID the action was about; never a name or a number of a patient. */
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** The audit trail: appended to, never changed. */
export class Trail {
  constructor(private readonly database: Database.Database) {}

  record(action: TrailAction, subject: string, details: TrailEntry['details']): void {
    this.database
      .prepare('INSERT INTO trail (time, action, subject, details) VALUES (?, ?, ?, ?)')
      .run(new Date().toISOString(), action, subject, JSON.stringify(details));
  }

  /** Oldest first. */
  list(): TrailEntry[] {
    const rows = this.database
      .prepare('SELECT time, action, subject, details FROM trail ORDER BY id')
      .raw()
      .all();
    return (rows as [string, TrailAction, string, string][]).map(([time, action, subject, details]) => ({
      time,
      action,
      subject,
      details: JSON.parse(details) as TrailEntry['details'],
    }));
  }
}
