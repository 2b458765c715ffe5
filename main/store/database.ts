import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { messageOf, PersonError } from '../process/errors';
import { migrations } from './migrations';

export type { Database };

/** An open database, and what a person should be told about how it was opened ('' where nothing). */
export interface OpenedDatabase {
  readonly database: Database.Database;
  readonly notice: string;
}

/**
 * Opens the database of a profile, or makes it. One that is damaged is moved aside under a dated name, never
 * deleted, and a new one is begun.
 * @throws PersonError where the folder cannot be written, or where a newer Sightline made the database
 */
export function openDatabase(path: string, now = new Date()): OpenedDatabase {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return { database: openSound(path), notice: '' };
  } catch (thrown) {
    if (thrown instanceof PersonError || !isDamage(thrown)) throw cannotOpen(path, thrown);
    const aside = moveAside(path, now);
    return { database: openSound(path), notice: noticeOf(aside, thrown) };
  }
}

function openSound(path: string): Database.Database {
  const database = new Database(path, { timeout: 5_000 });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    requireSound(database);
    migrate(path, database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

class DamagedError extends Error {}

function requireSound(database: Database.Database): void {
  const check = database.prepare('PRAGMA quick_check(1)').raw().get() as [string];
  if (check[0] !== 'ok') throw new DamagedError(check[0]);
}

function migrate(path: string, database: Database.Database): void {
  const [made] = database.prepare('PRAGMA user_version').raw().get() as [number];
  if (made > migrations.length) {
    throw new PersonError(`${path} was written by a newer Sightline: open it with that version.`);
  }
  migrations.slice(made).forEach((step, index) => {
    database.exec(`BEGIN; ${step} PRAGMA user_version = ${made + index + 1}; COMMIT;`);
  });
}

function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedError) return true;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

function moveAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const aside = `${path}.damaged-${stamp}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

function noticeOf(aside: string, thrown: unknown): string {
  return (
    `The saved reviews could not be read (${messageOf(thrown)}); the file was kept as ${aside} and a new one ` +
    'was begun.'
  );
}

function cannotOpen(path: string, thrown: unknown): PersonError {
  if (thrown instanceof PersonError) return thrown;
  return new PersonError(
    `The reviews in ${path} cannot be opened: ${messageOf(thrown)}; check the folder's rights.`,
  );
}
