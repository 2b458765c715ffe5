/**
 * The steps from an empty database to the present one. A step is never changed once it has been released: a new
 * one is added at the end. `PRAGMA user_version` counts the steps that were made.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE reviews (
     study_instance_uid TEXT PRIMARY KEY,
     regions TEXT NOT NULL,
     comment TEXT NOT NULL,
     changed_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE model_folders (
     path TEXT PRIMARY KEY,
     added_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE settings (
     name TEXT PRIMARY KEY,
     value TEXT NOT NULL
   ) STRICT;
   CREATE TABLE trail (
     id INTEGER PRIMARY KEY,
     time TEXT NOT NULL,
     action TEXT NOT NULL,
     subject TEXT NOT NULL,
     details TEXT NOT NULL
   ) STRICT;`,
  `ALTER TABLE reviews ADD COLUMN measurements TEXT NOT NULL DEFAULT '[]';`,
];
