// @ts-check
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pythonWithPip } from './compiler.mjs';
import { download } from './download.mjs';
import { CACHE } from './places.mjs';
import { SetupError } from './step.mjs';
import { unzip } from './unzip.mjs';

const VERSION = '3.0.2';

/** Where the files lie once they are there: `test_files` and `charset_files`. */
export const PYDICOM_FILES = join(CACHE, `pydicom-${VERSION}`);

/** @returns {Promise<import('./debian.mjs').Need[]>} pip, where the files are not there yet and nothing brings it */
export async function pydicomFilesNeeds() {
  if (existsSync(PYDICOM_FILES) || (await pythonWithPip()) !== undefined) return [];
  return [{ names: ['python3-pip'], purposes: ['tests'] }];
}

/**
 * The wheel brings the files that pydicom tests itself with; no Python runs it.
 * @param {string} python
 * @returns {import('./download.mjs').Download}
 */
const wheel = (python) => ({
  label: `pydicom ${VERSION}`,
  file: `pydicom-${VERSION}-py3-none-any.whl`,
  sha256: 'abf971a5440f84dbaf42c4b6758e30e62480902584f8b270b9a5d146e278a07b',
  bytes: 2_376_822,
  fetch: (into, spare) => ({
    command: python,
    args: [
      ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--no-cache-dir'],
      ...['--disable-pip-version-check', '-d', into, `pydicom==${VERSION}`],
    ],
    env: { TMPDIR: spare },
  }),
});

/**
 * Where a member of the wheel goes: its test files keep their folders, the rest stays out.
 * @param {string} member
 * @returns {string | undefined}
 */
export function place(member) {
  return /^pydicom\/data\/((?:test|charset)_files\/.+)$/.exec(member)?.[1];
}

/**
 * Fetches and unpacks the files: all of them or none.
 * @param {import('./log.mjs').Log} log
 */
async function fetchFiles(log) {
  const python = await pythonWithPip();
  if (python === undefined) {
    throw new SetupError(
      "There is no pip, which brings pydicom's files: install python3-pip and run it again.",
    );
  }
  const archive = await download(wheel(python), log);
  const folder = `${PYDICOM_FILES}.${process.pid}.tmp`;
  try {
    await unzip(archive, folder, place);
    await rename(folder, PYDICOM_FILES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await rm(archive);
}

/** What this run could not fetch is asked for once, then left alone until the next run. */
let given = false;

/**
 * Real and crooked DICOM files for the tests. They are not needed for anything else, so that without them all other
 * checks run, and those that read them fail.
 * @type {import('./step.mjs').Step}
 */
export const pydicomFilesStep = {
  name: "pydicom's files",
  purposes: ['tests'],
  needed: () => !given && !existsSync(PYDICOM_FILES),
  async run({ log }) {
    given = true;
    try {
      await fetchFiles(log);
      return `wheel ${VERSION}, by hash`;
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      return `not there, so the tests that read them will fail. ${error.message}`;
    }
  },
};
