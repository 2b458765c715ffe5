// @ts-check
import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * @typedef {{ fileName: string, externalFileAttributes: number, uncompressedSize: number }} Entry
 * @typedef {{ on(event: 'entry', listener: (entry: Entry) => void): void, on(event: 'end', listener: () => void): void,
 *   on(event: 'error', listener: (error: Error) => void): void, readEntry(): void,
 *   openReadStream(entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void): void }} Zip
 * @typedef {{ open(path: string, options: { lazyEntries: boolean }, done: (error: Error | null, zip: Zip) => void): void }} Yauzl
 */

/** extract-zip unpacks all or nothing; its own reader lets us take the members we need. */
function reader() {
  const fromHere = createRequire(import.meta.url);
  return /** @type {Yauzl} */ (createRequire(fromHere.resolve('extract-zip'))('yauzl'));
}

/**
 * @param {Zip} zip
 * @param {Entry} entry
 * @param {string} target
 */
async function write(zip, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  /** @type {NodeJS.ReadableStream} */
  const stream = await new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  await pipeline(stream, createWriteStream(target));
  // The upper half of a Unix archive's attributes is the file's mode (APPNOTE.TXT 4.4.15).
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  if (mode !== 0) await chmod(target, mode);
}

/**
 * Unpacks members of a zip file.
 * @param {string} archive
 * @param {string} folder
 * @param {(member: string) => string | undefined} place where a member goes, relative to the folder; undefined leaves it out
 * @returns {Promise<void>}
 */
export async function unzip(archive, folder, place) {
  /** @type {Zip} */
  const zip = await new Promise((resolve, reject) =>
    reader().open(archive, { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(undefined));
    zip.on('entry', (entry) => {
      const target = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
      const done = target === undefined ? Promise.resolve() : write(zip, entry, join(folder, target));
      done.then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}
