import type { z } from 'zod';
import type { Database } from './database';

/** Small things to remember between runs, as JSON by name. */
export class Settings {
  constructor(private readonly database: Database.Database) {}

  /** The value where one is kept and has the shape asked for, else null. */
  read<Value>(name: string, schema: z.ZodType<Value>): Value | null {
    const row = this.database.prepare('SELECT value FROM settings WHERE name = ?').raw().get(name) as
      [string] | undefined;
    if (!row) return null;
    return schema.safeParse(JSON.parse(row[0])).data ?? null;
  }

  write(name: string, value: unknown): void {
    this.database
      .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(name, JSON.stringify(value));
  }
}
