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
  // No list has ever held two marks of one id.
  `CREATE TABLE marks (
     study_instance_uid TEXT NOT NULL,
     list TEXT NOT NULL,
     id TEXT NOT NULL,
     place INTEGER NOT NULL,
     mark TEXT NOT NULL,
     PRIMARY KEY (study_instance_uid, list, id)
   ) STRICT;
   INSERT OR IGNORE INTO marks
     SELECT study_instance_uid, 'regions', json_extract(each.value, '$.id'), each.key, each.value
     FROM reviews, json_each(reviews.regions) AS each;
   INSERT OR IGNORE INTO marks
     SELECT study_instance_uid, 'measurements', json_extract(each.value, '$.id'), each.key, each.value
     FROM reviews, json_each(reviews.measurements) AS each;
   ALTER TABLE reviews DROP COLUMN regions;
   ALTER TABLE reviews DROP COLUMN measurements;`,
];
